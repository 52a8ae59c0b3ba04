import { call } from "./transport.js";

/** @typedef {any} SessionFrame everything of a session but its notes */

/** @param {number} engagementId @param {string | null} plannedAt @returns {Promise<{sessionId: number}>} */
export const planSession = (engagementId, plannedAt) => call("plan_session", { engagementId, plannedAt });

/** @param {number | null} engagementId @param {number | null} sessionId @returns {Promise<{frame: SessionFrame, notes: any[]}>} */
export const startSession = (engagementId, sessionId) => call("start_session", { engagementId, sessionId });

/** @param {number} sessionId @returns {Promise<{frame: SessionFrame, notes: any[]}>} */
export const getSession = (sessionId) => call("get_session", { sessionId });

/** @param {number} sessionId @returns {Promise<SessionFrame>} */
export const pauseSession = (sessionId) => call("pause_session", { sessionId });

/** @param {number} sessionId @returns {Promise<SessionFrame>} */
export const resumeSession = (sessionId) => call("resume_session", { sessionId });

/** @param {number} sessionId @param {number | null} topicId @param {string} phase @returns {Promise<SessionFrame>} */
export const setStage = (sessionId, topicId, phase) => call("set_stage", { sessionId, topicId, phase });

/** @param {number} sessionId @returns {Promise<SessionFrame>} */
export const endSession = (sessionId) => call("end_session", { sessionId });

/** @param {number} sessionId @returns {Promise<SessionFrame>} */
export const finishSession = (sessionId) => call("finish_session", { sessionId });

/** @param {number} sessionId @returns {Promise<SessionFrame>} */
export const reopenSession = (sessionId) => call("reopen_session", { sessionId });

/** @param {number} sessionId @param {string} date @param {string} time @returns {Promise<SessionFrame>} */
export const setHeldOn = (sessionId, date, time) => call("set_held_on", { sessionId, date, time });

/** @param {number} sessionId @param {string|null} nextSessionAt @param {string|null} forNextTime @param {string|null} reflection @returns {Promise<SessionFrame>} */
export const setNext = (sessionId, nextSessionAt, forNextTime, reflection) =>
  call("set_next", { sessionId, nextSessionAt, forNextTime, reflection });

/** @param {number} sessionId @param {string} key @param {boolean} done @param {boolean|null} acknowledged @param {string|null} note @returns {Promise<SessionFrame>} */
export const tickCheck = (sessionId, key, done, acknowledged, note) =>
  call("tick_check", { sessionId, key, done, acknowledged, note });

/** @param {number} sessionId @param {any} row `{type, id, …}` @returns {Promise<{id: number, frame: SessionFrame}>} */
export const saveSessionRow = (sessionId, row) => call("save_session_row", { sessionId, row });

/** @param {number} sessionId @param {string} type @param {number} id @returns {Promise<SessionFrame>} */
export const removeSessionRow = (sessionId, type, id) => call("remove_session_row", { sessionId, type, id });

/** @param {number} sessionId @param {string} type @param {number} id @returns {Promise<SessionFrame>} */
export const restoreSessionRow = (sessionId, type, id) => call("restore_session_row", { sessionId, type, id });

/** @param {number} sessionId @param {number} consentId @returns {Promise<SessionFrame>} */
export const withdrawConsent = (sessionId, consentId) => call("withdraw_consent", { sessionId, consentId });

/** @param {number} sessionId @param {string} words @returns {Promise<any>} the days read, or nothing */
export const readDateWords = (sessionId, words) => call("read_date_words", { sessionId, words });

/** Attended again: after a sleep since a moment, or after the book was closed. @param {number} sessionId @param {string | null} since @returns {Promise<SessionFrame>} */
export const returnToSession = (sessionId, since) => call("return_to_session", { sessionId, since });

/** Counts a gap, leaves it out, or takes the answer back. @param {number} sessionId @param {number} gapId @param {boolean | null} counted @returns {Promise<SessionFrame>} */
export const answerGap = (sessionId, gapId, counted) => call("answer_gap", { sessionId, gapId, counted });

/** @param {number} sessionId @param {string} time `HH:MM`, where the session was held @returns {Promise<SessionFrame>} */
export const setEnded = (sessionId, time) => call("set_ended", { sessionId, time });

/** @returns {Promise<import("../../types/wire/SessionHome.ts").SessionHome[]>} where a session may belong */
export const sessionHomes = () => call("session_homes", {});

/** @param {number} sessionId @param {number} engagementId @returns {Promise<SessionFrame>} */
export const moveSession = (sessionId, engagementId) => call("move_session", { sessionId, engagementId });

/** What is known before a session. @param {number} sessionId @returns {Promise<import("../../types/wire/Prep.ts").Prep>} */
export const getPrep = (sessionId) => call("get_prep", { sessionId });

/** Takes a topic of an earlier session up in this one. @param {number} sessionId @param {number} topicId @returns {Promise<{id: number, frame: SessionFrame}>} */
export const takeUpTopic = (sessionId, topicId) => call("take_up_topic", { sessionId, topicId });

/**
 * Notes a session that was held on paper.
 * @param {{engagementId: number|null, sessionId: number|null, date: string, time: string, minutes: number|null}} held @returns {Promise<{sessionId: number}>}
 */
export const recordSession = ({ engagementId, sessionId, date, time, minutes }) =>
  call("record_session", { engagementId, sessionId, date, time, minutes });
