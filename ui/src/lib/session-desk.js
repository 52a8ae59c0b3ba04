/**
 * A running session as the window knows it: the frame and notes as last heard from the book, what the next line will become,
 * and one queue through which every write goes in order. Knows no Tauri: the commands are handed in.
 */

import { Autosave } from "./autosave.js";
import { isPlain, PLAIN, stageOfIntent } from "./session-stage.js";
import { logUse } from "./question-acts.js";
import { changeOf } from "./session-merge.js";
import { NO_BANK, phaseFor } from "./session-questions.js";
import { rowForSlot, rowOf } from "./session-rows.js";
import { Outbox } from "./session-outbox.js";
import { Undo } from "./undo.js";

/** @typedef {typeof import("../ipc/sessions.js") & typeof import("../ipc/notes.js") & typeof import("../ipc/questions.js")} Commands */

const LATE = 1000;
const DRAFT_WITHIN = 250;

export class SessionDesk extends EventTarget {
  /** @type {any} */
  frame = null;
  /** @type {any[]} */
  notes = [];
  /** @type {import("./session-stage.js").Stage} */
  stage = { ...PLAIN };
  /** @type {import("./session-questions.js").Bank} */
  bank = NO_BANK;
  /** @type {import("../../types/wire/QuestionUse.js").QuestionUse[]} questions asked, when she had them noted */
  uses = [];
  undo = new Undo();
  afterWhatElse = false;
  late = false;
  /** @type {any} words about the last refusal that is not about saving */
  problem = null;
  /** @type {Map<string, Autosave<string>>} */
  #drafts = new Map();
  /** @type {Promise<unknown>} */
  #tail = Promise.resolve();
  /** @type {import("./session-stage.js").Stage | null} */
  #lastAsked = null;
  #named = false;
  /** @type {{phase: string, activeTopic: number|null} | null} chosen here, not yet acknowledged */
  #wished = null;

  /** @param {number} id @param {any} ipc @param {{now?: () => number, uid?: () => string, clock?: any}} [world] */
  constructor(id, ipc, { now = () => Date.now(), uid = () => crypto.randomUUID(), clock } = {}) {
    super();
    this.id = id;
    this.ipc = ipc;
    this.now = now;
    this.clock = clock;
    this.outbox = new Outbox(this, uid);
  }

  get session() {
    return this.frame.session;
  }

  async load() {
    const view = await this.ipc.getSession(this.id);
    this.notes = view.notes;
    this.took(view.frame);
    // Seen afterwards, never while the session runs.
    if (this.session.status !== "in_progress") this.uses = (await this.ipc.questionUses?.(this.id).catch(() => null)) ?? [];
    this.tookBank(await this.ipc.listQuestions(this.id).catch(() => NO_BANK));
  }

  /** @param {import("./session-questions.js").Bank} bank as the book now has it */
  tookBank(bank) {
    this.bank = bank;
    this.changed();
  }

  /** @param {any} frame as the book now has it; what was chosen here and is still on its way stays */
  took(frame) {
    if (frame) this.frame = frame;
    if (this.#wished) Object.assign(this.frame.session, this.#wished);
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** Writes go one after the other. @template T @param {() => Promise<T>} write @returns {Promise<T>} */
  queued(write) {
    const slow = setTimeout(() => this.#isLate(true), LATE);
    const turn = this.#tail.then(write).finally(() => {
      clearTimeout(slow);
      this.#isLate(false);
    });
    this.#tail = turn.catch(() => {});
    return turn;
  }

  /** A write whose answer is the new frame. What goes wrong is told, never thrown away in silence. @param {() => Promise<any>} write @returns {Promise<any>} */
  async wrote(write) {
    try {
      const answer = await this.queued(write);
      this.problem = null;
      if (answer?.frame) this.took(answer.frame);
      else if (answer?.session) this.took(answer);
      return answer;
    } catch (error) {
      this.problem = error;
      this.changed();
      return undefined;
    }
  }

  /** @param {boolean} late */
  #isLate(late) {
    if (this.late === late) return;
    this.late = late;
    this.changed();
  }

  /** @returns {{state: "saved"|"late"|"failed", since: number|null}} */
  get saving() {
    const failed = [this.outbox, ...this.#drafts.values()].filter(({ state }) => state === "failed");
    const since = failed.map((each) => each.since ?? this.now()).sort((one, other) => one - other)[0] ?? null;
    return { state: failed.length ? "failed" : this.late ? "late" : "saved", since };
  }

  /** Half-typed words of an editor, stored as they are typed. @param {string} editor @param {string} text */
  draft(editor, text) {
    this.#draftOf(editor).change(text);
  }

  /** @param {string} editor @returns {string | null} what was half-typed there */
  drafted(editor) {
    return this.#drafts.get(editor)?.unsaved ?? this.frame?.drafts.find((/** @type {any} */ draft) => draft.editor === editor)?.text ?? null;
  }

  /** The words of an editor were kept in another way. @param {string} editor @param {boolean} emptied by the book itself */
  draftKept(editor, emptied = false) {
    this.#draftOf(editor).forget();
    if (this.frame) this.frame.drafts = this.frame.drafts.filter((/** @type {any} */ draft) => draft.editor !== editor);
    if (!emptied) this.draft(editor, "");
  }

  /** @param {string} editor */
  #draftOf(editor) {
    let autosave = this.#drafts.get(editor);
    if (!autosave) {
      const save = (/** @type {string} */ text) => this.queued(() => this.ipc.saveDraft(this.id, editor, text));
      autosave = new Autosave(save, { within: DRAFT_WITHIN, changed: () => this.#drafted(), ...(this.clock ? { clock: this.clock } : {}) });
      this.#drafts.set(editor, autosave);
    }
    return autosave;
  }

  #wasFailed = false;

  #drafted() {
    const failed = this.saving.state === "failed";
    if (failed !== this.#wasFailed) this.changed();
    this.#wasFailed = failed;
  }

  /** Everything typed is on the disk. @returns {Promise<boolean>} */
  async flush() {
    const kept = await this.outbox.flush();
    const drafts = await Promise.all([...this.#drafts.values()].map((draft) => draft.flush()));
    await this.#tail;
    return kept && drafts.every(Boolean);
  }

  get lastBelief() {
    return this.notes.filter((note) => note.kind === "assumption").at(-1)?.id ?? null;
  }

  /** @param {Partial<import("./session-stage.js").Stage>} stage */
  setStage(stage) {
    this.stage = { ...PLAIN, ...stage };
    this.changed();
  }

  /** @param {string} phase @param {number | null} [topicId] */
  setPhase(phase, topicId = this.session.activeTopic) {
    if (phase === this.session.phase && topicId === this.session.activeTopic) return;
    if (phase !== this.session.phase) this.#lastAsked = null;
    const wished = { phase, activeTopic: topicId };
    this.#wished = wished;
    for (const topic of this.frame.topics) if (topic.id === topicId) topic.phase = phase;
    this.took(null);
    void this.wrote(async () => {
      const frame = await this.ipc.setStage(this.id, topicId, phase);
      if (this.#wished === wished) this.#wished = null;
      return frame;
    });
  }

  /** A topic continues where it was; an untouched one begins with the model's first phase. @param {number} id */
  setTopic(id) {
    const topic = this.frame.topics.find((/** @type {any} */ each) => each.id === id);
    if (topic) this.setPhase(topic.phase || this.firstPhase, id);
  }

  get firstPhase() {
    return this.frame.model.phases[0]?.key ?? "G";
  }

  nextTopic() {
    const { topics } = this.frame;
    if (!topics.length) return;
    const at = topics.findIndex((/** @type {any} */ topic) => topic.id === this.session.activeTopic);
    this.setTopic(topics[(at + 1) % topics.length].id);
  }

  /** @param {import("./session-questions.js").Question} question */
  use(question) {
    const stage = stageOfIntent(question.intent, { hasAction: this.frame.actions.length > 0 });
    if (stage.kind !== "check_in") this.setPhase(phaseFor(question, this.frame.model, this.session.phase));
    logUse(this, question.key, question.intent);
    this.#lastAsked = stage;
    this.#named = false;
    this.afterWhatElse = false;
    this.setStage(stage);
  }

  /** What was just named without a question, so that *What else?* right after it asks for one more; a kept line ends that. @param {string | null} intent */
  namedJustNow(intent) {
    if (intent) this.#lastAsked = stageOfIntent(intent, { hasAction: this.frame.actions.length > 0 });
    else if (this.#named) this.#lastAsked = null;
    this.#named = !!intent;
  }

  /** One more of the same: what the last question asked for is asked for again. */
  whatElse() {
    this.afterWhatElse = true;
    logUse(this, null, "what_else");
    if (isPlain(this.stage) && this.#lastAsked) this.setStage(this.#lastAsked);
    else this.changed();
  }

  checkIn() {
    this.setStage({ kind: "check_in", phase: "CLOSE" });
  }

  /** Fills a slot with the words of a line. @param {string} slot @param {string} text @param {string} [back] what taking it back gives to the writing line @returns {Promise<boolean>} */
  async fill(slot, text, back = text) {
    const old = this.frame.actions.at(-1);
    const row = rowForSlot(slot, text, this.frame, { afterWhatElse: this.afterWhatElse });
    if (!row) return false;
    const saved = await this.wrote(() => this.ipc.saveSessionRow(this.id, row));
    if (!saved) return false;
    this.undo.did("fill", async () => {
      if (row.id) await this.wrote(() => this.ipc.saveSessionRow(this.id, { type: row.type, ...old }));
      else await this.wrote(() => this.ipc.removeSessionRow(this.id, row.type, saved.id));
      return back;
    });
    if (slot === "topic" && !this.session.activeTopic) this.setTopic(saved.id);
    this.afterWhatElse = false;
    return true;
  }

  /** @param {any} row `{type, id, …}` */
  saveRow(row) {
    if (!row.id) {
      // An untouched topic begins with the first phase of the model in use.
      const fresh = row.type === "topic" ? { ...row, phase: this.firstPhase } : row;
      return this.wrote(() => this.ipc.saveSessionRow(this.id, fresh));
    }
    const change = changeOf(row, rowOf(this.frame, row.type, row.id));
    return this.wrote(() => this.ipc.saveSessionRow(this.id, change(rowOf(this.frame, row.type, row.id))));
  }

  /** @param {string} type @param {number} id */
  async removeRow(type, id) {
    const frame = await this.wrote(() => this.ipc.removeSessionRow(this.id, type, id));
    if (frame) this.undo.did("remove", async () => void (await this.wrote(() => this.ipc.restoreSessionRow(this.id, type, id))));
    return frame;
  }
}
