/** Lines on their way to the book: shown at once, kept in order, each with an id made here so that none is kept twice. */

import { settleQuote } from "./marks.js";
import { elapsedMs } from "./session-clock.js";
import { rowsMadeFrom } from "./session-kinds.js";
import { changeNote } from "./session-lines.js";
import { noteOf, PLAIN } from "./session-stage.js";

export class Outbox {
  /** @type {any[]} lines not yet acknowledged, oldest first */
  pending = [];
  /** @type {"saved"|"saving"|"failed"} */
  state = "saved";
  /** @type {number | null} */
  since = null;
  #desk;
  #uid;
  /** @type {Promise<boolean> | null} */
  #going = null;

  /** @param {import("./session-desk.js").SessionDesk} desk @param {() => string} uid */
  constructor(desk, uid) {
    this.#desk = desk;
    this.#uid = uid;
  }

  /** Keeps a line as the stage says. @param {string} typed @returns {Promise<boolean>} */
  keep(typed) {
    const desk = this.#desk;
    const { stage } = desk;
    const { text, inClientWords } = stage.words ? settleQuote(typed, stage.quote ?? '"') : { text: typed, inClientWords: false };
    const { phase, activeTopic } = desk.session;
    const fields = noteOf({ ...stage, words: inClientWords }, text, { model: desk.frame.model, phase, topicId: activeTopic, lastBelief: desk.lastBelief });
    this.pending.push({ uid: this.#uid(), fields, make: stage.make, typed, stage, elapsedMs: elapsedMs(desk.session, desk.now()) });
    this.since ??= desk.now();
    desk.stage = { ...PLAIN };
    desk.namedJustNow(null);
    desk.afterWhatElse = false;
    desk.changed();
    return this.flush();
  }

  /** Sends what waits. @returns {Promise<boolean>} whether everything is in the book */
  flush() {
    this.#going ??= this.#send().finally(() => {
      this.#going = null;
      this.#desk.changed();
    });
    return this.#going;
  }

  async #send() {
    const desk = this.#desk;
    while (this.pending.length) {
      const entry = this.pending[0];
      try {
        const { note, frame } = await desk.queued(() => desk.ipc.keepNote(desk.id, entry.uid, entry.fields, entry.make));
        this.pending.shift();
        if (!desk.notes.some((each) => each.id === note.id)) desk.notes = [...desk.notes, note];
        this.state = "saved";
        this.since = this.pending.length ? desk.now() : null;
        desk.undo.did("keep", () => this.#takeBack(entry, note.id));
        if (frame) desk.took(frame);
        else desk.changed();
        if (note.answers) await this.#loosen(note.answers);
      } catch {
        this.state = "failed";
        return false;
      }
    }
    return true;
  }

  /** What makes a belief less sure changes the belief too. @param {number} beliefId */
  async #loosen(beliefId) {
    const belief = this.#desk.notes.find(({ id }) => id === beliefId);
    if (belief?.beliefStatus === "held") await changeNote(this.#desk, belief, { beliefStatus: "loosened" }, null);
  }

  /** A kept line returns to the writing line with its words. @param {any} entry @param {number} noteId */
  async #takeBack(entry, noteId) {
    const desk = this.#desk;
    for (const { type, id } of rowsMadeFrom(desk.frame, noteId)) {
      desk.took(await desk.queued(() => desk.ipc.removeSessionRow(desk.id, type, id)));
    }
    await desk.queued(() => desk.ipc.leaveOutNote(noteId));
    desk.notes = desk.notes.filter(({ id }) => id !== noteId);
    desk.setStage(entry.stage);
    return entry.typed;
  }

  /** Words that are only in this window, oldest first. */
  get words() {
    return this.pending.map(({ typed }) => typed);
  }

  /** Lines as the stream shows them before the book has answered. */
  get lines() {
    return this.pending.map(({ uid, fields, make, elapsedMs: elapsed }) => ({ ...fields, id: 0, uid, make, elapsedMs: elapsed }));
  }
}
