/** What happens to the words of the writing line. One object per open session; it knows the desk and the line. */

import { MARKS, plainMark, readMark } from "./marks.js";
import { spoken } from "./session-kinds.js";
import { act, changeNote, lastLine, LETTER_OF_MARK } from "./session-lines.js";
import { newRow } from "./session-rows.js";
import { PLAIN, stageOfLetter, withMark, withoutMark } from "./session-stage.js";

export class LineActs {
  /** @type {any} the kept line being edited in the writing line */
  editing = null;
  /** @type {"above"|"add"|null} what a topic is being picked for */
  #topicFor = null;
  #desk;
  #line;

  /** @param {import("./session-desk.js").SessionDesk} desk @param {() => {text: string, openTopics: () => void} | null} line */
  constructor(desk, line) {
    this.#desk = desk;
    this.#line = line;
  }

  get #text() {
    return this.#line()?.text ?? "";
  }

  set #text(text) {
    const line = this.#line();
    if (line) line.text = text;
  }

  /** Half-typed words are stored as they are typed; lines that could not be sent stay with them. @param {string} text */
  changed(text) {
    if (this.editing) return this.#desk.draft(`note:${this.editing.id}`, text);
    const unsent = this.#desk.outbox.state === "failed" ? this.#desk.outbox.words : [];
    const { mark, quote } = this.#desk.stage;
    const marks = text || unsent.length ? `${mark ?? ""}${quote && quote !== mark ? quote : ""}` : "";
    this.#desk.draft("line", [...unsent, `${marks}${text}`].join("\n"));
  }

  /** Puts half-typed words back after a lock or a crash. */
  restore() {
    let text = this.#desk.drafted("line") ?? "";
    for (let read = readMark(text); read?.name; read = readMark(text)) {
      this.#desk.stage = withMark(this.#desk.stage, read.name, read.mark);
      text = read.rest;
    }
    if (text) this.#text = text;
    this.#desk.changed();
  }

  /** @param {string} text */
  async enter(text) {
    const desk = this.#desk;
    if (this.editing) return this.#kept(text);
    const { stage } = desk;
    this.#text = "";
    if (stage.slot) {
      desk.setStage({});
      if (await desk.fill(stage.slot, text.trim())) desk.draftKept("line", false);
      else {
        desk.setStage(stage);
        if (!this.#text) this.#text = text;
      }
    } else {
      desk.draftKept("line", true);
      await desk.outbox.keep(text.trim());
    }
    if (this.#text || desk.outbox.state === "failed") this.changed(this.#text);
  }

  /** @param {string} text @returns {Promise<any>} the line as it is now */
  async #kept(text) {
    const note = this.editing;
    this.leave();
    this.#desk.draftKept(`note:${note.id}`);
    const words = text.trim();
    if (words !== note.text) await changeNote(this.#desk, note, { text: words });
    return this.#desk.notes.find(({ id }) => id === note.id);
  }

  /**
   * Keeps the words of the line as what a letter of the alphabet says, in one stroke; with no words, the letter acts on the line above.
   * @param {string} letter
   */
  async keepAs(letter) {
    const desk = this.#desk;
    const text = this.#text;
    if (this.editing) {
      const now = await this.#kept(text);
      return void (now && (await act(desk, now, letter)));
    }
    if (letter === "y") return this.anythingElse();
    if (!text.trim()) return this.letter(letter);
    const stage = stageOfLetter(letter, desk.stage);
    if (!stage) return this.#keepAnd(letter, text);
    // With whom hangs on an action; without one the words are a plain line.
    if (stage.slot === "support" && !desk.frame.actions.length) return this.enter(text);
    desk.setStage(stage);
    return this.enter(text);
  }

  /** The answer to *Anything else?*; none is an answer too. */
  async anythingElse() {
    const desk = this.#desk;
    const text = this.#text.trim();
    this.#text = "";
    const kept = await desk.wrote(() => desk.ipc.tickCheck(desk.id, "anything_else_asked", true, null, text || null));
    if (kept) desk.draftKept("line");
    else if (!this.#text) this.#text = text;
  }

  /** Letters that say nothing about what the line becomes: it is kept first. @param {string} letter @param {string} text */
  async #keepAnd(letter, text) {
    await this.enter(text);
    await this.letter(letter);
  }

  /** Enter on an empty line: a mark alone changes the line above, anything else does nothing. @param {"topic"|null} name */
  async alone(name) {
    const { stage } = this.#desk;
    if (this.editing) return;
    if (name === "topic") {
      this.#text = "";
      this.changed("");
      const above = await lastLine(this.#desk);
      if (above) await changeNote(this.#desk, above, { topicId: this.#desk.session.activeTopic });
      return;
    }
    const mark = stage.mark ? MARKS[plainMark(stage.mark)] : undefined;
    if (!mark) return;
    this.#desk.setStage({});
    await this.letter(LETTER_OF_MARK[mark]);
  }

  /** @param {string} letter does to the line above what it says; `t` opens the topics */
  async letter(letter) {
    if (letter === "t") {
      this.#topicFor = "above";
      this.#line()?.openTopics();
      return;
    }
    const above = await lastLine(this.#desk);
    if (above) await act(this.#desk, above, letter);
  }

  addTopic() {
    this.#topicFor = "add";
    this.#line()?.openTopics();
  }

  /** @param {{list: "topic"|"question"|"alias", value: any}} picked */
  async picked({ list, value }) {
    const desk = this.#desk;
    if (list === "question") return desk.use(value);
    if (list === "alias") {
      if (value.newAlias) await desk.saveRow(newRow("person", { alias: value.newAlias }));
      return;
    }
    const wanted = this.#topicFor;
    this.#topicFor = null;
    if (desk.stage.slot === "topic") desk.setStage({});
    const id = value.id ?? (await this.#newTopic(value.title));
    if (!id) return;
    if (wanted === "above") {
      const above = await lastLine(desk);
      if (above) await changeNote(desk, above, { topicId: id });
    } else if (wanted !== "add" || value.id || !desk.session.activeTopic) desk.setTopic(id);
  }

  /** @param {string} title @returns {Promise<number | undefined>} */
  async #newTopic(title) {
    const desk = this.#desk;
    const saved = await desk.saveRow(newRow("topic", { title, afterWhatElse: desk.afterWhatElse }));
    desk.afterWhatElse = false;
    if (saved) desk.undo.did("topic", async () => void (await desk.wrote(() => desk.ipc.removeSessionRow(desk.id, "topic", saved.id))));
    return saved?.id;
  }

  /** Her own question, kept as a line. @param {string} text */
  async question(text) {
    this.#desk.setStage({ kind: "question_asked" });
    await this.enter(text);
  }

  /** @param {import("./marks.js").MarkName} name @param {string} mark */
  marked(name, mark) {
    this.#desk.setStage(withMark(this.#desk.stage, name, mark));
  }

  /** Backspace at the start of the line. */
  unmarked() {
    if (this.editing) return;
    const { stage, text } = withoutMark(this.#desk.stage);
    const rest = this.#text;
    this.#desk.setStage(stage);
    const line = this.#line();
    if (line && text) {
      line.text = text + rest;
      this.changed(text + rest);
    }
  }

  /** Up: the line above comes into the writing line; Up again goes further. @returns {boolean} whether there was one */
  up() {
    const { notes } = this.#desk;
    const at = this.editing ? notes.findIndex(({ id }) => id === this.editing.id) : notes.length;
    if (this.editing && this.#text !== this.editing.text) return false;
    return at > 0 && this.edit(notes[at - 1]);
  }

  /** @param {any} note */
  edit(note) {
    if (!note?.id || (!this.editing && this.#text)) return false;
    this.editing = note;
    this.#desk.stage = { ...PLAIN };
    this.#text = this.#desk.drafted(`note:${note.id}`) || note.text;
    this.#desk.changed();
    return true;
  }

  /** Leaves the line that was being edited as it is. */
  leave() {
    if (!this.editing) return;
    this.#desk.draftKept(`note:${this.editing.id}`);
    this.editing = null;
    this.#text = "";
    this.#desk.changed();
  }

  /** Takes back the last act; a kept line returns with its words. */
  async takeBack() {
    if (this.#text || this.editing) return;
    const back = await this.#desk.undo.takeBack().catch((error) => void (this.#desk.problem = error));
    if (back?.words && !this.#text) {
      this.#text = back.words;
      this.changed(back.words);
    }
    this.#desk.changed();
  }

  /** Everything that is only in this window, to be copied. */
  get unsaved() {
    return [...this.#desk.outbox.words, this.#text].filter(Boolean).join("\n");
  }

  /** The last line in one row, for the strip. */
  get lastWords() {
    const last = [...this.#desk.notes, ...this.#desk.outbox.lines].at(-1);
    return last ? spoken(last) : "";
  }
}
