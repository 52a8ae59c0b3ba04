/**
 * Keys of a session that can be chosen (EXPERIENCE 3.5): a letter with Ctrl, on a Mac Cmd, with or without Shift. They are kept with
 * the book as one `act=key` a line and hold while it is open.
 */

/** @type {Readonly<Record<string, string>>} every act that has a letter, and its letter unless another is chosen */
export const KEYS = Object.freeze({
  nextTopic: "T", whatElse: "E", focus: "G", asInsight: "I", everything: "K", undo: "Z", strip: "Shift+M", cover: "Shift+H",
});

/** Letters that are somebody else's: of the window, of the field, of input methods and of a capture tool. */
const TAKEN = new Set(["A", "C", "V", "X", "L", "P", "F", "R", "W", "Q", "Shift+S", "Shift+E", "Shift+U", "Shift+Z"]);

/** @type {Record<string, string>} */
let chosen = {};

/** @param {string} text as the book keeps it; lines that make no sense are left out */
export function setOwnKeys(text) {
  chosen = readKeys(text);
}

/** @returns {Record<string, string>} the key of every act */
export function keysNow() {
  return { ...KEYS, ...chosen };
}

/** @param {string} text @returns {Record<string, string>} */
export function readKeys(text) {
  const pairs = text.split("\n").map((line) => line.split("="));
  return Object.fromEntries(pairs.filter(([act = "", key = ""]) => act in KEYS && isKey(key)));
}

/** @param {Record<string, string>} keys @returns {string} only what differs */
export function writeKeys(keys) {
  return Object.entries(keys).filter(([act, key]) => KEYS[act] !== key).map(([act, key]) => `${act}=${key}`).join("\n");
}

/** @param {string} key @returns {boolean} whether a key can be chosen at all */
export function isKey(key) {
  return /^(Shift\+)?[A-Z]$/.test(key) && !TAKEN.has(key);
}

/** @param {string} letter @param {boolean} shift @returns {string} */
export function keyOf(letter, shift) {
  return `${shift ? "Shift+" : ""}${letter.toUpperCase()}`;
}

/**
 * Gives an act a key. Another act that had it takes the first one's key, so that no act is without one.
 * @param {Record<string, string>} keys @param {string} act @param {string} key @returns {Record<string, string>}
 */
export function withKey(keys, act, key) {
  const other = Object.keys(keys).find((each) => each !== act && keys[each] === key);
  return { ...keys, ...(other ? { [other]: keys[act] } : {}), [act]: key };
}
