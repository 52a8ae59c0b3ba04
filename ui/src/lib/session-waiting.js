/** What waits from session to session, done on a book and taken back: used before a session, in it and after it. */

import { say } from "./notice.js";
import { newRow } from "./session-rows.js";
import { words } from "../words/en.js";

const { actions, topics } = words.between;

/**
 * The acts, each with its way back. `commands` write through whatever queue the page has; `done` hears of each way back.
 * @param {{saveRow: (row: any) => Promise<any>, removeRow: (type: string, id: number) => Promise<any>, takeUp: (id: number) => Promise<any>}} book
 * @param {(message: string, back: () => Promise<any>) => void} done
 */
export function waitingActs(book, done) {
  return {
    /** @param {any} topic */
    async taken(topic) {
      const made = await book.takeUp(topic.id);
      if (made) done(topics.taken(topic.title), () => book.removeRow("topic", made.id));
    },
    /** @param {any} topic */
    async aside(topic) {
      const row = topicRow(topic);
      if (await book.saveRow({ ...row, status: "parked" })) done(topics.put(topic.title), () => book.saveRow(row));
    },
    /** @param {{action: any, status: string}} wish */
    async stands({ action, status }) {
      const row = actionRow(action);
      const told = actions.now(action.what, actions.status[/** @type {"open"} */ (status)]);
      if (await book.saveRow({ ...row, status })) done(told, () => book.saveRow(row));
    },
  };
}

/** A row as it is saved: what only says where it came from stays behind. @param {any} action */
function actionRow({ sessionNumber, heldOn, sessionId, ...action }) {
  return { ...newRow("action"), ...action };
}

/** @param {any} topic */
function topicRow({ sessionNumber, heldOn, ...topic }) {
  return { ...newRow("topic"), ...topic };
}

/** A line at the foot of the window with its way back. @param {string} message @param {() => unknown} undo */
export const told = (message, undo) => say({ message, undo });
