/**
 * Marks at the start of the writing line (EXPERIENCE 3.4). Everything here is plain text in, a decision out.
 *
 * @typedef {"insight"|"action"|"words"|"belief"|"lessSure"|"option"|"noticed"} MarkName what a mark makes of a line
 * @typedef {"topic"|"question"|"letters"} ListName what a mark opens a list of
 * @typedef {{mark: string, name: MarkName | null, list: ListName | null, rest: string}} ReadMark
 */

/** @type {Readonly<Record<string, MarkName>>} */
export const MARKS = Object.freeze({
  "!": "insight",
  ">": "action",
  '"': "words",
  "=": "belief",
  "<": "lessSure",
  "+": "option",
  "*": "noticed",
});

/** @type {Readonly<Record<string, ListName>>} */
export const LISTS = Object.freeze({ "#": "topic", "?": "question", "/": "letters" });

/** Straight, curly, low and angle quotes all count as `"`; apostrophes never do. */
const QUOTES = /["\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02]/;
const WHOLE = new RegExp(`^(.*?)${QUOTES.source}([.,;:!?…]?)$`, "su");

/** @param {string} character @returns {string} the mark it counts as */
export function plainMark(character) {
  return QUOTES.test(character) ? '"' : character;
}

/**
 * Reads the mark a line begins with. A paste is one note and never parsed; while an input method composes, nothing is read.
 * @param {string} text @param {{inputType?: string, isComposing?: boolean}} [input] @returns {ReadMark | null}
 */
export function readMark(text, input = {}) {
  if (input.isComposing || (input.inputType && !typed(input.inputType))) return null;
  const [first] = text;
  if (!first) return null;
  const mark = plainMark(first);
  const name = MARKS[mark] ?? null;
  const list = LISTS[mark] ?? null;
  return name || list ? { mark: first, name, list, rest: text.slice(first.length) } : null;
}

/** Whether an input event comes from typing; everything pasted, dropped, dictated or undone is words only. @param {string} inputType */
export function typed(inputType) {
  return inputType === "insertText" || inputType === "insertCompositionText" || inputType === "insertFromComposition";
}

/**
 * What a line opened with `"` turns out to be when it is kept: all of it her client's words, or only a part.
 * `"such a revelation`, `"such a revelation"` → the whole; `"not so sure" that he will` → a part, quotes stay in the line.
 * @param {string} rest the line without its opening quote @param {string} [opening] @returns {{text: string, inClientWords: boolean}}
 */
export function settleQuote(rest, opening = '"') {
  if (!QUOTES.test(rest)) return { text: rest, inClientWords: true };
  const whole = WHOLE.exec(rest);
  if (whole && !QUOTES.test(whole[1] ?? "")) return { text: `${whole[1]}${whole[2]}`, inClientWords: true };
  return { text: `${opening}${rest}`, inClientWords: false };
}

/** The alias being typed: `@` at the start or after a space. @param {string} text @param {number} caret */
export function aliasAt(text, caret) {
  const found = /(?:^|\s)@([^\s@][^@\n]{0,40}|)$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] ?? "").length - 1, typed: found[1] ?? "" } : null;
}

/** People whose alias has a word beginning with what was typed. @template {{alias: string}} P @param {P[]} people @param {string} letters @returns {P[]} */
export function findPeople(people, letters) {
  const wanted = fold(letters.trim());
  return people.filter(({ alias }) => !wanted || fold(alias).startsWith(wanted) || fold(alias).split(/[\s’']+/u).some((word) => word.startsWith(wanted)));
}

/** Rows in whose words every typed word begins a word. @template T @param {T[]} rows @param {string} letters @param {(row: T) => string} wordsOf @returns {T[]} */
export function findByWords(rows, letters, wordsOf) {
  const wanted = fold(letters).split(/\s+/u).filter(Boolean);
  if (!wanted.length) return rows;
  return rows.filter((row) => {
    const have = fold(wordsOf(row)).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((part) => have.some((word) => word.startsWith(part.replace(/[^\p{L}\p{N}]+/gu, ""))));
  });
}

/** @param {string} text */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLocaleLowerCase();
}
