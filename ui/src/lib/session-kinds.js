/** What a line is called at its right edge, in keys of the words. */

/** Rows made from a line. @param {any} frame @param {number} noteId */
export function madeFrom(frame, noteId) {
  const of = (/** @type {any[]} */ rows) => rows.filter((row) => row.fromNoteId === noteId);
  return { insights: of(frame.insights), actions: of(frame.actions) };
}

/** @typedef {{key: string, sign: string}} KindWord */

/** @param {any} note @param {any} frame @returns {KindWord[]} keys into `words.session.kinds` */
export function kindsOf(note, frame) {
  const { insights, actions } = note.id ? madeFrom(frame, note.id) : { insights: [], actions: [] };
  /** @type {KindWord[]} */
  const kinds = [];
  if (insights.length || note.make === "insight") kinds.push({ key: "insight", sign: "★" });
  if (actions.length || note.make === "action") kinds.push({ key: "action", sign: "→" });
  if (note.answers) kinds.push({ key: "lessSure", sign: "" });
  else if (note.kind !== "plain" && !(kinds.length && note.kind === "option")) kinds.push({ key: note.kind, sign: "" });
  return kinds;
}

/** Whether any of a line's words are on a paper for the client. @param {any} note @param {any} frame */
export function isShared(note, frame) {
  if (note.visibility === "shared") return true;
  const { insights, actions } = note.id ? madeFrom(frame, note.id) : { insights: [], actions: [] };
  return !!note.make || [...insights, ...actions].some((row) => row.visibility === "shared");
}

/** @param {any} note @returns {string} the line as read: their words in quotation marks */
export function spoken(note) {
  return note.inClientWords ? `“${note.text}”` : note.text;
}

/** The fields of a kept note that can be written. @param {any} note */
export function fieldsOf({ text, model, phase, kind, topicId, inClientWords, visibility, beliefStatus, answers, commitment }) {
  return { text, model, phase, kind, topicId, inClientWords, visibility, beliefStatus, answers, commitment };
}

/** A phase as tag: its letter, and which of the four colours it takes. @param {any} model @param {string} phase */
export function tagOf(model, phase) {
  if (phase === "OPEN" || phase === "CLOSE") return { letter: phase === "OPEN" ? "op" : "cl", colour: "none" };
  const at = model?.phases?.findIndex((/** @type {any} */ each) => each.key === phase) ?? -1;
  const colours = ["g", "r", "o", "w"];
  const own = phase.toLowerCase();
  return { letter: phase.slice(0, 1).toUpperCase(), colour: colours.includes(own) ? own : (colours[at] ?? "none") };
}

/** @param {any} model @param {string} phase @param {Record<string, string>} words names of opening, closing and the four @returns {string} */
export function phaseName(model, phase, words) {
  const found = model?.phases?.find((/** @type {any} */ each) => each.key === phase);
  if (!found || (phase === "W" && found.label === "Will")) return words[phase] ?? phase;
  return found.label;
}
