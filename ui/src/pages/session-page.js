import { copyText } from "../ipc/papers.js";
import * as notesIpc from "../ipc/notes.js";
import * as questionsIpc from "../ipc/questions.js";
import * as sessionsIpc from "../ipc/sessions.js";
import { fullListDue } from "../elements/session/opening-panel.js";
import { clockWords } from "../elements/session/session-bar.js";
import { minutesLeft, untilNextMinute } from "../lib/session-clock.js";
import { attend, Wakefulness } from "../lib/session-course.js";
import { SessionDesk } from "../lib/session-desk.js";
import { inSession } from "../lib/everything.js";
import { chordOf } from "../lib/session-keys.js";
import { phaseName, tagOf } from "../lib/session-kinds.js";
import { LineActs } from "../lib/session-line-acts.js";
import { listenAll, panelHandlers } from "../lib/session-panels.js";
import { questionHandlers } from "../lib/question-acts.js";
import { becomes, filled, listed } from "../lib/session-says.js";
import { chosenWord } from "../lib/session-selection.js";
import { isPlain, makesOptions } from "../lib/session-stage.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { session as words } from "../words/en/session.js";
import { lineHandlers, menuHandlers, turnStrip } from "./session-handlers.js";

const MODES = /** @type {const} */ (["left", "elapsed", "none"]);

/** The live session: nothing moves, ticks or asks; whatever is clicked, the caret comes back to the writing line. */
export class SessionPage extends View {
  /** @type {SessionDesk | null} */
  desk = null;
  /** @type {LineActs} */
  acts = /** @type {any} */ (null);
  /** @type {"everything"|"opening"|"focus"|"bank"|"results"|"closing"|"recording"|"belongs"|null} */
  panel = null;
  /** Where the recording questions were opened from. @type {SessionPage["panel"]} */
  cameFrom = null;
  covered = false;
  mode = 0;
  /** Whether the window is the strip. @type {import("../../types/wire/Strip.ts").Strip} */
  strip = { on: false, above: false };
  #wakefulness = new Wakefulness();
  #now = Date.now();
  /** @type {any} */
  #timer = null;
  #sessionId = 0;
  /** @type {import("../lib/session-says.js").Chosen} */
  #chosen = null;

  /** @param {{sessionId: number}} route */
  set route({ sessionId }) {
    if (sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    void this.#open();
  }

  connectedCallback() {
    super.connectedCallback();
    listenAll(this, { ...panelHandlers(() => this.desk), ...questionHandlers(() => this.desk), ...lineHandlers(this), ...menuHandlers(this) });
    // The answer is kept by the panels' handler; the question goes, and the caret comes back.
    this.addEventListener("gap:answered", () => this.take());
    document.addEventListener("keydown", this.#pressed);
    document.addEventListener("app:flush", this.#flush);
    document.addEventListener("selectionchange", this.#selected);
    window.addEventListener("focus", this.#front);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener("keydown", this.#pressed);
    document.removeEventListener("app:flush", this.#flush);
    document.removeEventListener("selectionchange", this.#selected);
    window.removeEventListener("focus", this.#front);
    if (this.strip.on) void turnStrip(this, false);
    void this.desk?.flush();
  }

  template() {
    const frame = this.desk?.frame;
    if (!this.desk || !frame) return html`<h1 class="said" tabindex="-1">${words.title}</h1><problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>`;
    const { desk } = this;
    const notes = [...desk.notes, ...desk.outbox.lines];
    const clock = clockWords(frame.session, this.#now, this.mode === 1 ? "elapsed" : "left");
    const { columnClosed } = desk.bank.settings;
    return html`<div class="session ${this.covered ? "session--covered" : ""} ${columnClosed ? "session--bare" : ""}">
      <h1 class="said" tabindex="-1">${words.title} ${this.covered ? nothing : html`<span dir="auto">${frame.nameOnScreen}</span>`}</h1>
      <session-bar class="session__bar" .columnClosed=${columnClosed} .frame=${frame} .notes=${desk.notes} .now=${this.#now} .mode=${MODES[this.mode]}></session-bar>
      <focus-strip class="session__strip" .frame=${frame} .nearEnd=${minutesLeft(frame.session, this.#now) <= 10}></focus-strip>
      <note-stream class="session__stream" .notes=${notes} .frame=${frame} ?inert=${this.covered}></note-stream>
      ${this.covered ? html`<cover-page class="session__cover" .clock=${clock}></cover-page>` : this.panel ? html`<div class="session__panel session__panel--${this.panel}">${this.#panel(frame)}</div>` : nothing}
      ${frame.course?.endedBefore && !this.panel && !this.covered ? html`<ended-before class="session__told" .ended=${frame.course.endedBefore}></ended-before>` : nothing}
      ${this.#unsaved()}
      <grow-sidebar class="session__side" .frame=${frame} .bank=${desk.bank} .known=${this.#fills} .bankOpen=${this.panel === "bank"}></grow-sidebar>
      <writing-line class="session__line" .tag=${tagOf(frame.model, this.#linePhase)} .phaseLabel=${words.phaseIs(phaseName(frame.model, this.#linePhase, words.phases))}
        .becomes=${becomes(desk, this.acts.editing)} .says=${!isPlain(desk.stage) || !!this.acts.editing || makesOptions(frame.model, frame.session.phase)} .staged=${!isPlain(desk.stage) && !this.acts.editing} .editing=${!!this.acts.editing} .covered=${this.covered} .known=${listed(desk, this.#fills)}></writing-line>
      <session-status class="session__status" .frame=${frame} .saving=${this.#saving()} .strip=${this.strip}></session-status>
      <output class="said" aria-live="polite">${words.phaseNow(phaseName(frame.model, frame.session.phase, words.phases))}</output>
    </div>`;
  }

  /** @param {any} frame */
  #panel(frame) {
    const drafted = (/** @type {string} */ editor) => this.desk?.drafted(editor) ?? null;
    switch (this.panel) {
      case "opening":
        return html`<opening-panel .frame=${frame} .drafted=${drafted} .full=${fullListDue(frame)}></opening-panel>`;
      case "recording":
        return html`<recording-asks .frame=${frame}></recording-asks>`;
      case "belongs":
        return html`<belongs-panel .frame=${frame}></belongs-panel>`;
      case "focus":
        return html`<focus-card .frame=${frame} .drafted=${drafted} .reminder=${!fullListDue(frame)}></focus-card>`;
      case "everything":
        return html`<everything-list .entries=${inSession(frame)}></everything-list>`;
      case "bank":
        return html`<question-bank .bank=${this.desk?.bank} .frame=${frame} .known=${this.#fills} .drafted=${drafted}></question-bank>`;
      case "results":
        return html`<results-drawer .frame=${frame} .notes=${this.desk?.notes ?? []} .drafted=${drafted}></results-drawer>`;
      default:
        return html`<closing-panel .frame=${frame} .drafted=${drafted}></closing-panel>`;
    }
  }

  drawn() {
    for (const part of this.querySelectorAll(".session > *, .session__panel > *")) if (part instanceof View) part.update();
  }

  /** @returns {any} */
  get line() {
    return this.querySelector("writing-line");
  }

  /** The caret comes back. */
  take() {
    this.drawNow();
    this.line?.take();
  }

  get #linePhase() {
    const { stage, session } = /** @type {SessionDesk} */ (this.desk);
    return this.acts.editing?.phase ?? stage.phase ?? session.phase;
  }

  get #fills() {
    return filled(/** @type {SessionDesk} */ (this.desk), this.acts.editing, this.#chosen);
  }

  /** Said over the foot of the stream: the line and the status under it never move for it. */
  #unsaved() {
    const saving = this.#saving();
    const problem = this.desk?.problem;
    if (saving.state !== "failed" && !problem) return nothing;
    return html`<div class="session__unsaved">${saving.state === "failed"
      ? html`<save-status .state=${saving.state} .since=${saving.since}></save-status>` : html`<output role="alert">${problem.message} ${problem.hint ?? nothing}</output>`}</div>`;
  }

  #saving() {
    const { state, since } = /** @type {SessionDesk} */ (this.desk).saving;
    return { state, since: since ? new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(since) : "" };
  }

  async #open() {
    const desk = new SessionDesk(this.#sessionId, { ...sessionsIpc, ...notesIpc, ...questionsIpc });
    const loaded = await this.reading(() => desk.load().then(() => true), words.loading);
    if (!loaded) return;
    this.desk = desk;
    this.acts = new LineActs(desk, () => this.line);
    desk.addEventListener("change", () => this.update());
    const { frame } = desk;
    // A topic taken up beforehand is not active yet: nothing was said so far.
    const untouched = !desk.notes.length && !frame.session.activeTopic && !frame.focus.length && !frame.measures.length && !desk.drafted("line");
    if (frame.session.status === "planned") return go(`#/prep/${this.#sessionId}`);
    if (frame.session.status !== "in_progress") return go(`#/session/${this.#sessionId}/wrap-up`);
    // Queued before any line: the first words after coming back are no sign of life from before.
    void attend(desk);
    this.drawNow();
    this.acts.restore();
    this.#tick();
    if (untouched) this.show(fullListDue(frame) && !frame.checks.length ? "opening" : "focus");
    else this.take();
  }

  /** Once a whole minute of the session, never more often. */
  #tick = () => {
    const now = Date.now();
    if (this.desk) this.#wakefulness.look(this.desk);
    this.#now = now;
    this.update();
    if (this.desk && this.isConnected) this.#timer = setTimeout(this.#tick, untilNextMinute(this.desk.session, now));
  };

  /** @param {SessionPage["panel"]} panel @param {string} [part] */
  show(panel, part) {
    // A panel has no room in the strip, and Cover leaves only the line.
    if (panel && this.covered) return;
    if (panel && this.strip.on) void turnStrip(this, false);
    this.panel = panel;
    this.#now = Date.now();
    this.drawNow();
    if (panel) /** @type {any} */ (this.querySelector(".session__panel > *"))?.take(part);
    else this.line?.take();
  }

  /** @param {(frame: any) => unknown} leave leaves the page when everything is saved */
  async leaveFor(leave) {
    await this.desk?.flush();
    await leave(this.desk?.frame);
  }

  copyUnsaved = () => void copyText(this.acts.unsaved).catch(() => {});

  #selected = () => {
    const { notes } = this.desk ?? {};
    const word = notes && chosenWord(getSelection(), notes);
    // A selection that ends is no choice taken back: the caret went to the line.
    if (!word || !notes) return;
    this.#chosen = { word, lines: notes.length };
    this.update();
  };

  #front = () => this.line?.take();

  #flush = (/** @type {any} */ event) => {
    if (this.desk) event.detail.wait(this.desk.flush().then((kept) => (kept ? true : Promise.reject(new Error("unsaved")))));
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    if (!this.desk || event.defaultPrevented) return;
    if (event.key === "Escape" && !event.isComposing) {
      if (this.acts.editing) this.acts.leave();
      if (this.panel === "opening") return this.show("focus");
      if (!this.covered) this.show(null);
      return;
    }
    const chord = chordOf(event);
    if (!chord) return;
    if (chord === "undo" && (document.activeElement !== this.line?.field || this.line.text)) return;
    event.preventDefault();
    if (!event.repeat) this.tell("chord", chord);
  };
}
