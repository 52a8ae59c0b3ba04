import { call } from "./transport.js";

/** @import { About } from "../../types/wire/About.ts" */
/** @import { BookStatus } from "../../types/wire/BookStatus.ts" */
/** @import { ChosenLogo } from "../../types/wire/ChosenLogo.ts" */
/** @import { Coach } from "../../types/wire/Coach.ts" */
/** @import { CodeRenewed } from "../../types/wire/CodeRenewed.ts" */
/** @import { CodeGroup } from "../../types/wire/CodeGroup.ts" */
/** @import { KeychainStanding } from "../../types/wire/KeychainStanding.ts" */
/** @import { PhraseChanged } from "../../types/wire/PhraseChanged.ts" */
/** @import { PhraseStrength } from "../../types/wire/PhraseStrength.ts" */
/** @import { PaperLook } from "../../types/wire/PaperLook.ts" */
/** @import { Practice } from "../../types/wire/Practice.ts" */
/** @import { RecoveryConfirmed } from "../../types/wire/RecoveryConfirmed.ts" */
/** @import { RecoveryGroups } from "../../types/wire/RecoveryGroups.ts" */
/** @import { WrittenCopy } from "../../types/wire/WrittenCopy.ts" */
/** @import { Settings } from "../../types/wire/Settings.ts" */
/** @import { SuggestedPhrase } from "../../types/wire/SuggestedPhrase.ts" */
/** @import { Today } from "../../types/wire/Today.ts" */

/** @returns {Promise<BookStatus>} */
export const bookStatus = () => call("book_status", {});

/** @returns {Promise<SuggestedPhrase>} */
export const suggestPhrase = () => call("suggest_phrase", {});

/** @param {string} phrase @param {string} coachName @returns {Promise<PhraseStrength>} */
export const judgePhrase = (phrase, coachName) => call("judge_phrase", { phrase, coachName });

/** @param {string} coachName @param {string} phrase @returns {Promise<BookStatus>} */
export const createBook = (coachName, phrase) => call("create_book", { coachName, phrase });

/** @returns {Promise<BookStatus>} */
export const openSample = () => call("open_sample", {});

/** @returns {Promise<BookStatus>} */
export const removeSample = () => call("remove_sample", {});

/** @param {string} uid @param {string} phrase @returns {Promise<BookStatus>} */
export const unlockBook = (uid, phrase) => call("unlock_book", { uid, phrase });

/** @param {string} uid @param {string} code @returns {Promise<BookStatus>} */
export const unlockWithCode = (uid, code) => call("unlock_with_code", { uid, code });

/** @param {string} uid @returns {Promise<BookStatus>} */
export const unlockWithKeychain = (uid) => call("unlock_with_keychain", { uid });

/** @returns {Promise<KeychainStanding>} */
export const keychainStanding = () => call("keychain_standing", {});

/** @param {string} phrase the present one @returns {Promise<KeychainStanding>} */
export const keepInKeychain = (phrase) => call("keep_in_keychain", { phrase });

/** @returns {Promise<KeychainStanding>} */
export const leaveKeychain = () => call("leave_keychain", {});

/** @param {string} phrase @returns {Promise<PhraseChanged>} */
export const setNewPhrase = (phrase) => call("set_new_phrase", { phrase });

/** @param {string} present @param {string} phrase @returns {Promise<PhraseChanged>} */
export const changePhrase = (present, phrase) => call("change_phrase", { present, phrase });

/** @param {string} phrase the present one @returns {Promise<CodeRenewed>} */
export const renewCode = (phrase) => call("renew_code", { phrase });

/** @param {string} secret the phrase or the code @returns {Promise<BookStatus>} */
export const openSafetyCopy = (secret) => call("open_safety_copy", { secret });

/** @returns {Promise<WrittenCopy>} */
export const writeSafetyCopy = () => call("write_safety_copy", {});

/** @returns {Promise<null>} */
export const lockBook = () => call("lock_book", {});

/** @returns {Promise<RecoveryGroups>} */
export const recoveryGroups = () => call("recovery_groups", {});

/** @param {CodeGroup} first @param {CodeGroup} second @returns {Promise<RecoveryConfirmed>} */
export const confirmRecovery = (first, second) => call("confirm_recovery", { first, second });

/** @returns {Promise<Today>} */
export const today = () => call("today", {});

/** @returns {Promise<Practice>} */
export const getPractice = () => call("get_practice", {});

/** @param {Coach} coach @param {Settings} settings @returns {Promise<Practice>} */
export const savePractice = (coach, settings) => call("save_practice", { coach, settings });

/** @param {PaperLook} look @returns {Promise<Practice>} */
export const savePaperLook = (look) => call("save_paper_look", { look });

/** Asks for a picture and keeps it as the logo; a drawing in SVG comes back to be drawn. @returns {Promise<ChosenLogo>} */
export const chooseLogo = () => call("choose_logo", {});

/** Keeps what was drawn of an SVG as the logo. @param {Uint8Array} png @returns {Promise<Practice>} */
export const keepDrawnLogo = (png) => call("keep_drawn_logo", { png: [...png] });

/** @returns {Promise<Practice>} */
export const removeLogo = () => call("remove_logo", {});

/** @returns {Promise<Practice>} */
export const restoreLogo = () => call("restore_logo", {});

/** Changes an answer about the practice; empty words forget it. @param {string} key @param {string} value @returns {Promise<Practice>} */
export const savePracticeAnswer = (key, value) => call("save_practice_answer", { key, value });

/** @returns {Promise<About>} */
export const about = () => call("about", {});

/** @returns {Promise<null>} */
export const confirmClose = () => call("confirm_close", {});

/** @returns {Promise<null>} */
export const lockReady = () => call("lock_ready", {});

/** Says that words here could not be saved, and that the window must stay. @returns {Promise<null>} */
export const stayOpen = () => call("stay_open", {});

/** Says that the coach is at the keyboard, so that waiting does not lock the book. @returns {Promise<null>} */
export const noteActivity = () => call("note_activity", {});
