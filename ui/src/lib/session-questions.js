/**
 * Questions as the window shows them. Which five stand in a phase is the book's rule; here they are only looked up, found by
 * words, filled and moved.
 * @typedef {import("../../types/wire/Question.js").Question} Question
 * @typedef {import("../../types/wire/QuestionBank.js").QuestionBank} Bank
 */

import { findByWords } from "./marks.js";

/** Before the book has answered. @type {Readonly<Bank>} */
export const NO_BANK = Object.freeze({
  questions: [], models: [], five: [], whatElse: "", settings: { defaultModel: null, logUses: false, columnClosed: false },
});

/** Whether a phase draws on a question, and how: by the whole part, by its intent, or not. @param {any} phase @param {{phase: string, intent: string}} question */
export function draws(phase, question) {
  return (phase.bank?.length ? phase.bank : [phase.key]).some(
    (/** @type {string} */ entry) => entry === question.phase || entry === `${question.phase}:${question.intent}`,
  );
}

/** A phase of a model; opening and closing, which no model has, draw on the part of the bank with their name. @param {any} model @param {string} key */
export function phaseOf(model, key) {
  return model?.phases?.find((/** @type {any} */ each) => each.key === key) ?? { key, bank: [key] };
}

/** Questions of a phase of a model, in the order the model draws on the bank. @template {{key: string, phase: string, intent: string}} Q @param {Q[]} questions @param {any} model @param {string} phase @returns {Q[]} */
export function ofPhase(questions, model, phase) {
  const { key, bank } = phaseOf(model, phase);
  const found = (bank?.length ? bank : [key]).flatMap((/** @type {string} */ entry) => {
    const [part, intent] = entry.split(":");
    return questions.filter((question) => question.phase === part && (!intent || question.intent === intent));
  });
  return [...new Set(found)];
}

/** The questions that stand in the column in a phase. @param {Bank} bank @param {string} phase @returns {Question[]} */
export function fiveOf(bank, phase) {
  const keys = bank.five.find((each) => each.phase === phase)?.keys ?? [];
  return keys.flatMap((key) => bank.questions.find((question) => question.key === key) ?? []);
}

/** Two for the row: what she chose comes first, then the shortest, which fit; in the order of the five. @param {Question[]} five @returns {Question[]} */
export function twoOf(five) {
  const chosen = five.filter(({ aside, favourite }) => favourite || aside === "client" || aside === "today");
  const rest = five.filter((question) => !chosen.includes(question)).sort((one, other) => one.text.length - other.text.length);
  const two = [...chosen, ...rest].slice(0, 2);
  return five.filter((question) => two.includes(question));
}

/** What `?` finds: none that is hidden; what she chose comes first. @param {Question[]} questions @param {string} letters @returns {Question[]} */
export function findQuestions(questions, letters) {
  const found = findByWords(questions.filter(({ hidden }) => !hidden), letters, ({ text }) => text);
  const chosen = (/** @type {Question} */ { aside, favourite }) => (aside ? 0 : favourite ? 1 : 2);
  return [...found].sort((one, other) => chosen(one) - chosen(other));
}

/** @typedef {{topic?: string|null, minutes?: number|null, word?: string|null}} Known what the gaps of a question can be filled with */

/** The words of a question with its gaps filled; a gap nobody can fill is shown as a dash. @param {string} text @param {Known} [known] */
export function asked(text, { topic, minutes, word } = {}) {
  const fills = { topic, minutes: minutes == null ? null : String(minutes), word };
  return text.replace(/\{(\w+)\}/g, (_, gap) => fills[/** @type {"word"} */ (gap)] || "…");
}

const QUOTED = /["\u201C\u201E\u201F\u00AB]([^"\u201C\u201D\u201E\u201F\u00AB\u00BB]{1,60})["\u201C\u201D\u201F\u00BB]/gu;
/** A line longer than this is not a word to ask about. */
const LONGEST_WORD = 40;

/**
 * What `{word}` stands for: the part of the line that is marked as her client's words, else a short line as a whole. Quotation
 * marks stand only where the line has them. The line in hand comes first (the one being edited, else the last); else the
 * newest line with words marked.
 * @param {{text: string, inClientWords?: boolean}[]} notes oldest first @param {{text: string, inClientWords?: boolean}|null} [inHand]
 * @returns {string|null}
 */
export function wordOf(notes, inHand = null) {
  const last = inHand ?? notes.at(-1);
  if (!last) return null;
  return quotedIn(last) ?? short(last) ?? notes.reduceRight((/** @type {string|null} */ found, note) => found ?? quotedIn(note), null);
}

/** @param {{text: string, inClientWords?: boolean}} note */
function quotedIn(note) {
  if (note.inClientWords) return note.text.length <= LONGEST_WORD ? `“${bare(note.text)}”` : null;
  const part = [...note.text.matchAll(QUOTED)].at(-1)?.[1];
  return part ? `“${bare(part)}”` : null;
}

/** Part of a line as a question names it: in quotation marks only where the line has them. @param {string} part @param {{text: string, inClientWords?: boolean}} note */
export function quoted(part, note) {
  const spoken = note.inClientWords || [...note.text.matchAll(QUOTED)].some(([, words]) => words?.includes(bare(part)));
  return spoken ? `“${bare(part)}”` : bare(part);
}

/** @param {{text: string}} note */
function short({ text }) {
  const words = bare(text);
  return words && words.length <= LONGEST_WORD && !words.includes("\n") ? words : null;
}

/** @param {string} text without what ends a sentence */
function bare(text) {
  return text.trim().replace(/[\s.,;:!?…]+$/u, "");
}

/**
 * The order of a question's part of the bank after it was moved past its neighbour in the list she sees; null at the end of it.
 * @param {Question[]} questions all, in her order @param {Question[]} shown the list she sees @param {string} key @param {1|-1} by
 */
export function moved(questions, shown, key, by) {
  const question = questions.find((each) => each.key === key);
  const at = shown.findIndex((each) => each.key === key);
  if (!question || at < 0) return null;
  const beside = (by < 0 ? shown.slice(0, at).reverse() : shown.slice(at + 1)).find(({ phase }) => phase === question.phase);
  if (!beside) return null;
  const part = questions.filter(({ phase }) => phase === question.phase).map((each) => each.key).filter((each) => each !== key);
  part.splice(part.indexOf(beside.key) + (by > 0 ? 1 : 0), 0, key);
  return part;
}

/**
 * Where an own question of a phase lies in the bank: in the part the phase takes whole, else where the phase begins.
 * @param {any} model @param {string} phase @param {string} intent @returns {{phase: string, intent: string}}
 */
export function placeFor(model, phase, intent) {
  const { key, bank } = phaseOf(model, phase);
  const entries = bank?.length ? bank : [key];
  const whole = entries.find((/** @type {string} */ entry) => !entry.includes(":"));
  if (whole) return { phase: whole, intent };
  const [part, first] = entries[0].split(":");
  return { phase: part, intent: intent === "own" ? first : intent };
}

/**
 * The phase a question is asked in: the one she is in, if that draws on it; else the model's first that does. One that no phase
 * draws on changes nothing.
 * @param {{phase: string, intent: string}} question @param {any} model @param {string} [now]
 */
export function phaseFor(question, model, now = "") {
  const current = model.phases.find((/** @type {any} */ each) => each.key === now);
  if (current && draws(current, question)) return now;
  const found = model.phases.find((/** @type {any} */ each) => draws(each, question))?.key;
  if (found) return found;
  return question.phase === "OPEN" || question.phase === "CLOSE" || !now ? question.phase : now;
}
