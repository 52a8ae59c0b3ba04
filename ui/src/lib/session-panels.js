/** What panels of a session ask for, done on the desk; used by the session page and by wrap-up. */

import { courseHandlers, setHeld } from "./session-course.js";
import { make } from "./session-lines.js";
import { told, waitingActs } from "./session-waiting.js";

/** @typedef {import("./session-desk.js").SessionDesk} SessionDesk */

/**
 * Handlers for the events that elements raise. A page adds them all to its root.
 * @param {() => SessionDesk | null} deskOf @returns {Record<string, (event: CustomEvent) => unknown>}
 */
export function panelHandlers(deskOf) {
  const on = (/** @type {(desk: SessionDesk, detail: any) => unknown} */ act) => (/** @type {CustomEvent} */ event) => {
    const desk = deskOf();
    if (!desk) return;
    event.stopPropagation();
    return act(desk, event.detail);
  };
  return {
    ...courseHandlers(on),
    "field:draft": on((desk, { editor, text }) => desk.draft(editor, text)),
    "row:wanted": on(async (desk, { row, editor }) => {
      const saved = await desk.saveRow(row);
      if (!saved) return;
      if (editor) desk.draftKept(editor);
      const isNew = row.id === null;
      if (isNew) desk.undo.did("row", async () => void (await desk.wrote(() => desk.ipc.removeSessionRow(desk.id, row.type, saved.id))));
      if (isNew && row.type === "topic" && !desk.session.activeTopic) desk.setTopic(saved.id);
      if (isNew && row.type === "topic") desk.namedJustNow("topic");
    }),
    "row:removed": on(async (desk, { type, id, editor }) => {
      if (editor) desk.draftKept(editor);
      await desk.removeRow(type, id);
    }),
    "check:ticked": on(async (desk, { key, done, acknowledged, note, editor }) => {
      if (await desk.wrote(() => desk.ipc.tickCheck(desk.id, key, done, acknowledged, note))) if (editor) desk.draftKept(editor);
    }),
    "consent:given": on(async (desk, rows) => {
      for (const row of rows) await desk.saveRow(row);
      await desk.wrote(() => desk.ipc.tickCheck(desk.id, "recording_consent_asked", true, null, null));
    }),
    "topic:taken": on((desk, topic) => waitingOn(desk).taken(topic)),
    "topic:aside": on((desk, topic) => waitingOn(desk).aside(topic)),
    "action:stands": on((desk, wish) => waitingOn(desk).stands(wish)),
    "note:make": on((desk, detail) => make(desk, detail.note, detail.make)),
    "held:changed": on((desk, held) => setHeld(desk, held)),
    "next:set": on(async (desk, change) => {
      const { nextSessionAt, forNextTime, reflection } = { ...desk.session, ...change };
      const set = await desk.wrote(() => desk.ipc.setNext(desk.id, nextSessionAt ?? null, forNextTime ?? null, reflection ?? null));
      if (set && change.editor) desk.draftKept(change.editor);
    }),
  };
}

/** What waits from earlier sessions. While a session runs the way back is its undo key, afterwards a line at the foot. @param {SessionDesk} desk */
function waitingOn(desk) {
  const book = {
    saveRow: (/** @type {any} */ row) => desk.saveRow(row),
    removeRow: (/** @type {string} */ type, /** @type {number} */ id) => desk.wrote(() => desk.ipc.removeSessionRow(desk.id, type, id)),
    takeUp: async (/** @type {number} */ id) => {
      const made = await desk.wrote(() => desk.ipc.takeUpTopic(desk.id, id));
      if (made && desk.session.status === "in_progress" && !desk.session.activeTopic) desk.setTopic(made.id);
      return made;
    },
  };
  return waitingActs(book, (message, back) => {
    if (desk.session.status === "in_progress") desk.undo.did("waiting", async () => void (await back()));
    else told(message, back);
  });
}

/** @param {EventTarget} root @param {Record<string, (event: any) => unknown>} handlers */
export function listenAll(root, handlers) {
  for (const [name, handler] of Object.entries(handlers)) root.addEventListener(name, handler);
}
