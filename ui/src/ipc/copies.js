import { call, listen } from "./transport.js";

/** @import { BookStatus } from "../../types/wire/BookStatus.ts" */
/** @import { CopyContents } from "../../types/wire/CopyContents.ts" */
/** @import { SafetyCopies } from "../../types/wire/SafetyCopies.ts" */

/** @returns {Promise<SafetyCopies>} */
export const safetyCopies = () => call("safety_copies", {});

/** Asks for the folder, and makes the first copy in it. @returns {Promise<SafetyCopies>} */
export const chooseCopiesFolder = () => call("choose_copies_folder", {});

/** Makes no more copies there; those that are there stay. @returns {Promise<SafetyCopies>} */
export const leaveCopiesFolder = () => call("leave_copies_folder", {});

/** @param {boolean} synced whether another program takes the folder elsewhere @returns {Promise<SafetyCopies>} */
export const setCopiesSynced = (synced) => call("set_copies_synced", { synced });

/** Makes a copy and looks at it. @returns {Promise<SafetyCopies>} */
export const copyNow = () => call("copy_now", {});

/** Opens the newest copy out of sight. @param {string} secret the phrase or the code @returns {Promise<CopyContents>} */
export const checkNewestCopy = (secret) => call("check_newest_copy", { secret });

/** Asks for a safety copy and looks at all of it. @param {string} secret the phrase or the code @returns {Promise<CopyContents>} */
export const lookIntoSafetyCopy = (secret) => call("look_into_safety_copy", { secret });

/** Deletes the copies that open with an earlier recovery code only. @returns {Promise<SafetyCopies>} */
export const forgetOlderCopies = () => call("forget_older_copies", {});

/** Puts the book back that a safety copy took the place of; it is locked then. @param {string} uid @returns {Promise<BookStatus>} */
export const undoRestore = (uid) => call("undo_restore", { uid });

/** Deletes it instead. @returns {Promise<SafetyCopies>} */
export const forgetUndo = () => call("forget_undo", {});

/** Hears that it was time for a copy: one is under way, or was not needed. @param {() => void} heard @returns {Promise<() => void>} what ends it */
export const whenCopiesAreDue = (heard) => listen("copies:due", heard);
