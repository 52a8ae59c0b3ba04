import { keyOf, keysNow } from "./own-keys.js";
import { OF_LETTERS } from "./session-stage.js";

/**
 * Chords of a session (EXPERIENCE 3.5). Digits by the key's place, letters by character, or by place where the layout has no
 * Latin letters. Ctrl, on a Mac Cmd; never Alt, never F-keys.
 *
 * With Shift, the letters of the one alphabet (EXPERIENCE 3.4) keep the line as what the letter says, in one stroke.
 *
 * @typedef {`phase${number}`|"opening"|"closing"|"nextTopic"|"whatElse"|"focus"|"strip"|"cover"|"asAction"|"asInsight"|"undo"|"everything"|`as:${string}`} Chord
 */

/** Letters that keep a line, with what is done to it. S, E and U, which input methods and capture tools take, are none of them. */
const KEEPS = new Set([...Object.keys(OF_LETTERS), "d", "y"]);
/** @type {Record<string, Chord>} */
const DIGITS = { Digit1: "phase1", Digit2: "phase2", Digit3: "phase3", Digit4: "phase4", Digit5: "phase5", Digit6: "phase6", Digit7: "phase7", Digit8: "phase8", Digit9: "phase9", Digit0: "opening" };

/** @param {KeyboardEvent} event @param {Record<string, string>} [keys] of the acts with a letter @returns {Chord | null} */
export function chordOf(event, keys = keysNow()) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  if (event.key === "Enter") return event.shiftKey ? null : "asAction";
  const letter = letterOf(event);
  const key = keyOf(letter, event.shiftKey);
  const act = Object.keys(keys).find((each) => keys[each] === key);
  if (act) return /** @type {Chord} */ (act);
  if (event.shiftKey) return KEEPS.has(letter) ? `as:${letter}` : null;
  return DIGITS[event.code] ?? null;
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
