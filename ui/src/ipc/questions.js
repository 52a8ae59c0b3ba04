import { call } from "./transport.js";

/** @typedef {import("../../types/wire/QuestionBank.js").QuestionBank} QuestionBank */
/** @typedef {import("../../types/wire/QuestionSettings.js").QuestionSettings} QuestionSettings */

/** The bank as a session sees it; without one, as the book has it. @param {number|null} [sessionId] @returns {Promise<QuestionBank>} */
export const listQuestions = (sessionId = null) => call("list_questions", { sessionId });

/** @param {number|null} sessionId @param {string} key @param {"favourite"|"hidden"} mark @param {boolean} on @returns {Promise<QuestionBank>} */
export const markQuestion = (sessionId, key, mark, on) => call("mark_question", { sessionId, key, mark, on });

/** @param {number} sessionId @param {string} key @param {"client"|"next"|null} aside @returns {Promise<QuestionBank>} */
export const setQuestionAside = (sessionId, key, aside) => call("set_question_aside", { sessionId, key, aside });

/** @param {number|null} sessionId @param {string[]} keys @returns {Promise<QuestionBank>} */
export const orderQuestions = (sessionId, keys) => call("order_questions", { sessionId, keys });

/** @param {number|null} sessionId @param {string|null} key none for a new one @param {{phase: string, intent: string, text: string}} question @returns {Promise<{key: string, bank: QuestionBank}>} */
export const saveOwnQuestion = (sessionId, key, question) => call("save_own_question", { sessionId, key, question });

/** @param {number|null} sessionId @param {string} key @returns {Promise<QuestionBank>} */
export const removeOwnQuestion = (sessionId, key) => call("remove_own_question", { sessionId, key });

/** @param {number|null} sessionId @param {string} key @returns {Promise<QuestionBank>} */
export const restoreOwnQuestion = (sessionId, key) => call("restore_own_question", { sessionId, key });

/** Logged only if she switched that on. @param {number} sessionId @param {string|null} key none for the bare *What else?* @param {string} intent @returns {Promise<null>} */
export const logQuestion = (sessionId, key, intent) => call("log_question", { sessionId, key, intent });

/** @param {number} sessionId @returns {Promise<import("../../types/wire/QuestionUse.js").QuestionUse[]>} */
export const questionUses = (sessionId) => call("question_uses", { sessionId });

/** @param {QuestionSettings} settings @returns {Promise<QuestionSettings>} */
export const saveQuestionSettings = (settings) => call("save_question_settings", { settings });

/** @param {string} model @param {string} phase @param {string|null} label none brings the built-in word back @returns {Promise<import("../../types/wire/CoachingModel.js").CoachingModel[]>} */
export const namePhase = (model, phase, label) => call("name_phase", { model, phase, label });
