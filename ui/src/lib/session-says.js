/** What the writing line and the questions say: read off the desk, nothing is changed. */

import { stamp } from "./session-clock.js";
import { tagOf } from "./session-kinds.js";
import { asked, findQuestions, fiveOf, phaseFor, wordOf } from "./session-questions.js";
import { chipName } from "./session-rows.js";
import { makesOptions } from "./session-stage.js";
import { session as words } from "../words/en/session.js";

/** @typedef {import("./session-desk.js").SessionDesk} SessionDesk */
/** A word chosen in the lines, and how many lines there were. @typedef {{word: string, lines: number} | null} Chosen */

/** What the next line will become or fill, in words; else the topic. @param {SessionDesk} desk @param {any} editing the kept line in hand */
export function becomes({ stage, frame }, editing) {
  if (editing) return words.editingThis(stamp(editing.elapsedMs));
  const last = frame.actions.at(-1);
  const kinds = words.kinds;
  if (stage.slot) {
    const slot = words.slots[/** @type {"topic"} */ (stage.slot)];
    return ["due", "support", "accountability"].includes(stage.slot) && last ? `${slot} · ${last.what}` : slot;
  }
  const kind = stage.make ?? (stage.answers ? "lessSure" : stage.kind !== "plain" ? stage.kind : stage.words ? "words" : null);
  const also = stage.words && kind !== "words" ? ` · ${kinds.words}` : "";
  if (kind) return `${kinds[/** @type {"insight"} */ (kind)]}${also}`;
  if (makesOptions(frame.model, frame.session.phase)) return kinds.option;
  const topic = activeTopic(frame);
  return topic ? chipName(topic) : "";
}

/** What the gaps of a question are filled with. @param {SessionDesk} desk @param {any} editing @param {Chosen} chosen @returns {import("./session-questions.js").Known} */
export function filled({ frame, notes, outbox }, editing, chosen) {
  const topic = activeTopic(frame);
  // What she has chosen in the lines stands until the next line is kept.
  const word = chosen?.lines === notes.length ? chosen.word : wordOf([...notes, ...outbox.lines], editing);
  return { topic: topic ? chipName(topic) : null, minutes: frame.session.plannedMinutes, word };
}

/** What the lists over the writing line are made of. @param {SessionDesk} desk @param {import("./session-questions.js").Known} fills */
export function listed({ bank, frame }, fills) {
  const { model, session } = frame;
  const find = (/** @type {string} */ letters) => findQuestions(bank.questions, letters);
  const hint = (/** @type {any} */ question) => tagOf(model, phaseFor(question, model, session.phase)).letter;
  const ask = (/** @type {string} */ text) => asked(text, fills);
  return { topics: frame.topics, people: frame.people, find, five: fiveOf(bank, session.phase), hint, words, ask };
}

/** @param {any} frame */
function activeTopic(frame) {
  return frame.topics.find((/** @type {any} */ each) => each.id === frame.session.activeTopic);
}
