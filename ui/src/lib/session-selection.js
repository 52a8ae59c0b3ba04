/** A word chosen in the lines: what `{word}` in a question stands for, before anything else. */

import { quoted } from "./session-questions.js";

/** A choice longer than this is no word to ask about. */
const LONGEST_CHOICE = 60;

/**
 * The part of one kept line that is selected, as a question may name it; null when nothing, more than a line, or too much is.
 * @param {Selection | null} selection @param {{id: number, text: string, inClientWords?: boolean}[]} notes @returns {string | null}
 */
export function chosenWord(selection, notes) {
  const words = selection && !selection.isCollapsed ? selection.toString().trim() : "";
  if (!words || words.length > LONGEST_CHOICE || words.includes("\n")) return null;
  const [from, to] = [selection?.anchorNode, selection?.focusNode].map((node) => textOf(node ?? null));
  if (!from || from !== to) return null;
  const id = Number(/** @type {HTMLElement | null} */ (from.closest("[data-note]"))?.dataset.note);
  const note = notes.find((each) => each.id === id);
  return note ? quoted(words, note) : null;
}

/** @param {Node | null} node */
function textOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(".note__text") ?? null;
}
