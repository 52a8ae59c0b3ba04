/** What can be done to a kept line: by a mark alone, by a letter after `/`, and bare in wrap-up. */

import { fieldsOf, rowsMadeFrom } from "./session-kinds.js";
import { OF_LETTERS } from "./session-stage.js";

/** @typedef {import("./session-desk.js").SessionDesk} SessionDesk */
/** @typedef {"insight"|"action"|"strength"|"resource"|"skill"} Made */

/** The letter a mark alone stands for. @type {Readonly<Record<import("./marks.js").MarkName, string>>} */
export const LETTER_OF_MARK = Object.freeze({ insight: "i", action: "a", words: "q", belief: "b", lessSure: "l", option: "o", noticed: "n" });

/** @param {SessionDesk} desk the last kept line, once those on their way have arrived */
export async function lastLine(desk) {
  await desk.outbox.flush();
  return desk.notes.at(-1) ?? null;
}

/**
 * Does to a line what a letter says; `t`, `c`, `e` and `z` belong to the page.
 * @param {SessionDesk} desk @param {any} note @param {string} letter @returns {Promise<boolean>} whether the letter was one of these
 */
export async function act(desk, note, letter) {
  const { kind, make: made } = OF_LETTERS[letter] ?? {};
  if (letter === "r") await workedBefore(desk, note);
  else if (letter === "l") await lessSure(desk, note);
  else if (letter === "w") await whoWillKnow(desk, note);
  else if (letter === "j") await desk.fill("support", note.text, "");
  else if (made) await make(desk, note, made);
  else if (kind && kind !== "check_in") await changeNote(desk, note, { kind: note.kind === kind ? "plain" : kind, answers: null });
  else if (letter === "q") await changeNote(desk, note, { inClientWords: !note.inClientWords });
  else if (letter === "s") await share(desk, note);
  else if (letter === "d") await leaveOut(desk, note);
  else return false;
  return true;
}

/** @param {SessionDesk} desk @param {any} note @param {any} change @param {string|null} [name] of the act; none when it cannot be taken back by itself */
export async function changeNote(desk, note, change, name = "change") {
  const before = fieldsOf(note);
  const fields = settle({ ...before, ...change });
  show(desk, { ...note, ...fields });
  const current = () => desk.notes.find(({ id }) => id === note.id) ?? note;
  const save = (/** @type {any} */ next) => desk.wrote(() => desk.ipc.saveNote(note.id, current().rev, next));
  const answer = await save(fields);
  if (!answer) {
    show(desk, note);
    return false;
  }
  show(desk, answer.note);
  if (name) {
    desk.undo.did(name, async () => {
      const back = await save(before);
      if (back) show(desk, back.note);
    });
  }
  return true;
}

/** The rules the book follows too: what she noticed is hers, an option was at least possible. @param {any} fields */
function settle(fields) {
  return {
    ...fields,
    visibility: fields.kind === "coach_observation" ? "private" : fields.visibility,
    beliefStatus: fields.kind === "assumption" ? (fields.beliefStatus ?? "held") : null,
    commitment: fields.kind === "option" ? (fields.commitment ?? "could") : null,
  };
}

/** @param {SessionDesk} desk @param {any} note */
function show(desk, note) {
  desk.notes = desk.notes.map((each) => (each.id === note.id ? note : each));
  desk.changed();
}

/** @param {SessionDesk} desk @param {any} note @param {Made} what */
export async function make(desk, note, what) {
  if (what === "action" && note.kind === "coach_observation") return;
  const row = rowsMadeFrom(desk.frame, note.id).find(({ type }) => type === what);
  if (row) {
    await desk.removeRow(what, row.id);
    return;
  }
  const made = await desk.wrote(() => desk.ipc.makeFromNote(note.id, what));
  if (made) desk.undo.did("make", async () => void (await desk.wrote(() => desk.ipc.removeSessionRow(desk.id, what, made.id))));
}

/** What worked before is kept as something to draw on, and the line says so. @param {SessionDesk} desk @param {any} note */
async function workedBefore(desk, note) {
  if (note.kind === "plain") await changeNote(desk, note, { kind: "past_success" }, null);
  const now = desk.notes.find(({ id }) => id === note.id) ?? note;
  await make(desk, now, "resource");
}

/** The line names who will know of the last action; a second time it names nobody. @param {SessionDesk} desk @param {any} note */
async function whoWillKnow(desk, note) {
  const row = desk.frame.accountability.find((/** @type {any} */ each) => each.who === note.text);
  if (row) return desk.removeRow("accountability", row.id);
  await desk.fill("accountability", note.text, "");
}

/** @type {Readonly<Record<string, string>>} */
const NEXT_BELIEF = Object.freeze({ held: "loosened", loosened: "dropped", dropped: "held" });

/** A belief itself goes from held to less sure to let go; any other line makes the belief before it less sure. @param {SessionDesk} desk @param {any} note */
async function lessSure(desk, note) {
  if (note.kind === "assumption") {
    await changeNote(desk, note, { beliefStatus: NEXT_BELIEF[note.beliefStatus] ?? "loosened" });
    return;
  }
  const at = desk.notes.findIndex(({ id }) => id === note.id);
  const belief = desk.notes.slice(0, at).filter(({ kind }) => kind === "assumption").at(-1);
  if (note.answers) await changeNote(desk, note, { kind: "plain", answers: null });
  else await changeNote(desk, note, { kind: "evidence", answers: belief?.id ?? null });
  if (belief?.beliefStatus === "held") await changeNote(desk, belief, { beliefStatus: "loosened" }, null);
}

/** @param {SessionDesk} desk @param {any} note */
async function share(desk, note) {
  const rows = rowsMadeFrom(desk.frame, note.id);
  const visibility = (rows[0]?.visibility ?? note.visibility) === "shared" ? "private" : "shared";
  if (!rows.length) {
    if (note.kind !== "coach_observation") await changeNote(desk, note, { visibility });
    return;
  }
  for (const row of rows) await desk.saveRow({ ...row, visibility });
}

/** @param {SessionDesk} desk @param {any} note */
export async function leaveOut(desk, note) {
  const before = desk.notes;
  desk.notes = desk.notes.filter(({ id }) => id !== note.id);
  desk.changed();
  const answer = await desk.wrote(async () => (await desk.ipc.leaveOutNote(note.id), { done: true }));
  if (!answer) {
    desk.notes = before;
    desk.changed();
    return;
  }
  desk.undo.did("leaveOut", async () => {
    await desk.queued(() => desk.ipc.restoreNote(note.id));
    desk.notes = [...desk.notes, note].sort((one, other) => one.elapsedMs - other.elapsedMs || one.id - other.id);
    desk.changed();
  });
}
