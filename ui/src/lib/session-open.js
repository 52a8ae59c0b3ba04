/** What is still open after a session: counts, never errors. */

import { openParts } from "./session-rows.js";

/** @param {any} frame @param {any[]} notes @returns {{lines: number, clear: number, actions: number, standing: number, next: number}} */
export function openCounts(frame, notes) {
  const wants = frame.focus.filter((/** @type {any} */ row) => row.slot === "wanted_result");
  const unread = frame.actions.filter((/** @type {any} */ action) => action.due?.readFromWords).length;
  return {
    // Words that were begun and never kept: a line, or a change to one.
    lines: frame.drafts.filter((/** @type {any} */ { editor, text }) => text.trim() && (editor === "line" || editor.startsWith("note:"))).length,
    clear: notes.length && !frame.insights.length ? 1 : 0,
    actions: frame.actions.reduce((/** @type {number} */ sum, /** @type {any} */ action) => sum + openParts(action, frame).length, unread),
    standing: [...frame.measures, ...wants].filter((/** @type {any} */ row) => row.standing.result === "unknown").length,
    next: frame.session.nextSessionAt || frame.followUps.length ? 0 : 1,
  };
}
