import { call } from "./transport.js";

/** @returns {Promise<{questions: import("../lib/session-questions.js").Question[], models: any[], whatElse: string}>} */
export const listQuestions = () => call("list_questions", {});
