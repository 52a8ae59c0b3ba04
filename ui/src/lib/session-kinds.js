/** What a line is called at its right edge, in keys of the words. */

import { LIST_OF } from "./session-rows.js";

const MADE = ["insight", "action", "strength", "skill", "resource"];

/** Rows made from a line, each with its type. @param {any} frame @param {number} noteId @returns {any[]} */
export function rowsMadeFrom(frame, noteId) {
  const of = (/** @type {string} */ type) => frame[/** @type {string} */ (LIST_OF[type])].filter((/** @type {any} */ row) => row.fromNoteId === noteId);
  return noteId ? MADE.flatMap((type) => of(type).map((/** @type {any} */ row) => ({ type, ...row }))) : [];
}

/** @typedef {{key: string, sign: string}} KindWord */

/** @param {any} note @param {any} frame @returns {KindWord[]} keys into `words.session.kinds` */
export function kindsOf(note, frame) {
  const made = new Set([...rowsMadeFrom(frame, note.id).map(({ type }) => type), note.make]);
  /** @type {KindWord[]} */
  const kinds = [];
  if (made.has("insight")) kinds.push({ key: "insight", sign: "★" });
  if (made.has("action")) kinds.push({ key: "action", sign: "→" });
  for (const key of ["strength", "skill"]) if (made.has(key)) kinds.push({ key, sign: "" });
  if (note.answers) kinds.push({ key: "lessSure", sign: "" });
  else if (note.kind !== "plain" && !(kinds.length && note.kind === "option")) kinds.push({ key: note.kind, sign: "" });
  if (made.has("resource")) kinds.push({ key: "resource", sign: "" });
  return kinds;
}

/** Whether any of a line's words are on a paper for the client. @param {any} note @param {any} frame */
export function isShared(note, frame) {
  if (note.visibility === "shared") return true;
  return !!note.make || rowsMadeFrom(frame, note.id).some((row) => row.visibility === "shared");
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
  return { letter: phase.slice(0, 1).toUpperCase(), colour: coloursOf(model).get(phase) ?? "none" };
}

const COLOURS = ["g", "r", "o", "w"];

/**
 * The colours of a model's phases: Goal, Reality, Options and Way forward keep theirs wherever they are, the others take what is
 * left of the four in turn, then none. @param {any} model @returns {Map<string, string>}
 */
function coloursOf(model) {
  const colours = new Map();
  const phases = model?.phases ?? [];
  for (const { key, bank } of phases) {
    const own = key.toLowerCase();
    if (COLOURS.includes(own) && (!bank?.length || bank[0].split(":")[0] === key)) colours.set(key, own);
  }
  const left = COLOURS.filter((colour) => ![...colours.values()].includes(colour));
  for (const { key } of phases) if (!colours.has(key)) colours.set(key, left.shift() ?? "none");
  return colours;
}

/**
 * What a digit stands for: the phases in the model's order, then closing, which is never before 5; opening is 0.
 * @param {any} model @param {number} digit @returns {string | null}
 */
export function phaseOfDigit(model, digit) {
  if (digit === 0) return "OPEN";
  const { phases } = model;
  if (digit === Math.max(5, phases.length + 1)) return "CLOSE";
  return phases[digit - 1]?.key ?? null;
}

/** @param {any} model @param {string} phase @param {Record<string, string>} words names of opening, closing and the four @returns {string} */
export function phaseName(model, phase, words) {
  const found = model?.phases?.find((/** @type {any} */ each) => each.key === phase);
  return found?.label ?? words[phase] ?? phase;
}
