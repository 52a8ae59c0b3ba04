/**
 * Chords of a session (EXPERIENCE 3.5). Digits by the key's place, letters by character, or by place where the layout has no
 * Latin letters. Ctrl, on a Mac Cmd; never Alt, never F-keys.
 *
 * @typedef {"phase1"|"phase2"|"phase3"|"phase4"|"opening"|"closing"|"nextTopic"|"whatElse"|"focus"|"strip"|"cover"|"asAction"|"asInsight"|"undo"} Chord
 */

/** @type {Record<string, Chord>} */
const LETTERS = { t: "nextTopic", e: "whatElse", g: "focus", i: "asInsight", z: "undo" };
/** @type {Record<string, Chord>} */
const SHIFTED = { m: "strip", h: "cover" };
/** @type {Record<string, Chord>} */
const DIGITS = { Digit1: "phase1", Digit2: "phase2", Digit3: "phase3", Digit4: "phase4", Digit0: "opening", Digit5: "closing" };

/** @param {KeyboardEvent} event @returns {Chord | null} */
export function chordOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  if (event.key === "Enter") return event.shiftKey ? null : "asAction";
  if (event.shiftKey) return SHIFTED[letterOf(event)] ?? null;
  return DIGITS[event.code] ?? LETTERS[letterOf(event)] ?? null;
}

/** The Latin letter a key stands for. @param {KeyboardEvent} event @returns {string} */
export function letterOf(event) {
  const letter = event.key.toLowerCase();
  if (/^[a-z]$/.test(letter)) return letter;
  const isOtherLetter = /^\p{L}$/u.test(event.key) && !/^\p{Script=Latin}$/u.test(event.key);
  const place = /^Key([A-Z])$/.exec(event.code ?? "");
  return isOtherLetter && place ? /** @type {string} */ (place[1]).toLowerCase() : "";
}

/** The digit of a key by its place, bare. @param {KeyboardEvent} event @returns {number | null} */
export function digitOf(event) {
  const found = /^Digit([0-9])$/.exec(event.code ?? "");
  return found ? Number(found[1]) : null;
}
