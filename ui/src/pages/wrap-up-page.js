import * as notesIpc from "../ipc/notes.js";
import * as questionsIpc from "../ipc/questions.js";
import * as sessionsIpc from "../ipc/sessions.js";
import { getPractice } from "../ipc/book.js";
import { momentInWords } from "../lib/dates.js";
import { readMark } from "../lib/marks.js";
import { say } from "../lib/notice.js";
import { setHeld } from "../lib/session-course.js";
import { SessionDesk } from "../lib/session-desk.js";
import { act, changeNote } from "../lib/session-lines.js";
import { openCounts } from "../lib/session-open.js";
import { listenAll, panelHandlers } from "../lib/session-panels.js";
import { PLAIN, withMark } from "../lib/session-stage.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { between } from "../words/en/between.js";
import { papers } from "../words/en/papers.js";
import { scans } from "../words/en/scans.js";
import { session as words } from "../words/en/session.js";

const said = words.wrapUp;

/** Ten quiet minutes after a session: her lines on the left, the summary as it will print on the right. */
export class WrapUpPage extends View {
  /** @type {SessionDesk | null} */
  desk = null;
  #sessionId = 0;
  /** Whether letters act on a line: her choice in Settings. */
  #letters = true;
  /** @type {Map<number, any[]>} */
  #revisions = new Map();
  /** @type {any} */
  #paper = null;
  /** @type {any} */
  #later = null;
  /** Scans kept with the session. @type {import("../../types/wire/Scan.ts").Scan[]} */
  #scans = [];
  /** The scan that lies beside instead of the summary. @type {import("../../types/wire/Scan.ts").Scan | null} */
  #beside = null;

  /** @param {{sessionId: number}} route */
  set route({ sessionId }) {
    if (sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    void this.#open();
  }

  connectedCallback() {
    super.connectedCallback();
    const onLine = (/** @type {(detail: any) => unknown} */ does) => (/** @type {CustomEvent} */ event) => (event.stopPropagation(), does(event.detail));
    listenAll(this, {
      ...panelHandlers(() => this.desk),
      "paper:left": (/** @type {CustomEvent} */ event) => (event.preventDefault(), void this.#leaveFor(event.detail)),
      "line:act": onLine(({ note, letter }) => this.#act(note, letter)),
      "line:earlier": onLine((note) => this.#earlier(note)),
      "line:phase": onLine(({ notes, phase }) => this.#each(notes, () => ({ phase }))),
      "line:topic": onLine((notes) => this.#each(notes, (note) => ({ topicId: this.#nextTopic(note) }))),
      "scans:shown": onLine(({ scans }) => this.#scansShown(scans)),
      "scan:added": onLine(({ scan }) => this.#layBeside(scan)),
      "scan:wanted": (/** @type {CustomEvent} */ event) => (event.preventDefault(), this.#layBeside(event.detail.scan, true)),
      "scan:removed": (/** @type {CustomEvent} */ event) => (event.preventDefault(), this.#scanRemoved(event.detail)),
      "line:edited": onLine(({ note, text }) => this.#each([note], () => ({ text })).then(() => this.desk?.draftKept(`note:${note.id}`))),
    });
    document.addEventListener("app:flush", this.#flush);
    document.addEventListener("keydown", this.#pressed);
  }

  disconnectedCallback() {
    clearTimeout(this.#later);
    document.removeEventListener("app:flush", this.#flush);
    document.removeEventListener("keydown", this.#pressed);
    void this.desk?.flush();
  }

  template() {
    const { desk } = this;
    if (!desk?.frame) return html`<h1 class="said" tabindex="-1">${said.title}</h1><problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>`;
    const { frame, notes } = desk;
    const open = openCounts(frame, notes);
    const drafted = (/** @type {string} */ editor) => desk.drafted(editor);
    return html`<div class="wrap"><div class="wrap__page">
      ${this.#head(frame)}
      <problem-note .shown=${this.problem ?? desk.problem}></problem-note>
      <div class="wrap__sheet">
        ${this.#part("lines", said.lines, open.lines, this.#lines(drafted))}
        ${this.#part("clear", said.clear, open.clear, html`<results-drawer .bare=${true} .parts=${["insights", "strengths", "skills", "resources"]} .frame=${frame} .notes=${notes} .drafted=${drafted}></results-drawer>`)}
        ${this.#part("actions", said.actions, open.actions, html`<results-drawer .bare=${true} .parts=${["actions", "options", "who"]} .frame=${frame} .notes=${notes} .drafted=${drafted}></results-drawer>
          ${frame.priorActions.length ? html`<section class="words" aria-label=${between.actions.earlier}><h3>${between.actions.earlier}</h3><prior-actions .actions=${frame.priorActions}></prior-actions></section>` : nothing}`)}
        ${this.#part("standing", said.standing, open.standing, this.#standing(frame, drafted))}
        ${this.#part("next", said.next, open.next, html`<wrap-next .frame=${frame} .uses=${desk.uses} .drafted=${drafted}></wrap-next>`)}
      </div>
      ${this.#beside ? this.#scanBeside(this.#beside) : this.#summary(frame)}
    </div></div>`;
  }

  /** @param {any} frame */
  #summary(frame) {
    return html`<aside class="wrap__paper" aria-label=${said.summary}>
      <div class="wrap__paperhead"><h2>${said.summary}</h2>
        ${frame.actions.length ? html`<button type="button" class="button button--text" @click=${() => this.#leaveFor(`#/paper/action_plan/${frame.session.engagementId}/session/${this.#sessionId}`)}>${papers.title.action_plan}</button>` : nothing}
        <button type="button" class="button button--text" @click=${() => this.#leaveFor(`#/paper/session_summary/${this.#sessionId}`)}>${said.preview}</button></div>
      <paper-preview .paper=${this.#paper}></paper-preview>
    </aside>`;
  }

  /** @param {import("../../types/wire/Scan.ts").Scan} scan */
  #scanBeside(scan) {
    return html`<aside class="wrap__paper" aria-label=${scans.scan}>
      <div class="wrap__paperhead"><h2 class="wrap__scan" tabindex="-1" dir="auto">${scan.name}</h2>
        <button type="button" class="button button--text" @click=${this.#putAway}>${scans.toSummary}</button></div>
      <scan-view .scanId=${scan.id}></scan-view>
    </aside>`;
  }

  /** @param {any} frame */
  #head(frame) {
    const { session } = frame;
    const done = session.status === "completed";
    const number = words.of(session.number, frame.planned);
    const held = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ type, /** @type {string} */ value) =>
      html`<label><span class="said">${said.heldOn}: ${label}</span><input class="input wrap__held" name=${name} type=${type} .value=${value ?? ""} @change=${this.#held}></label>`;
    return html`<header class="wrap__head">
      <h1 tabindex="-1">${said.title} <span class="wrap__who" dir="auto">${frame.nameOnScreen}${number ? ` · ${number}` : ""}</span></h1>
      <div class="row"><span class="field__label">${said.heldOn}</span>${held("held-date", words.menu.date, "date", session.heldOn)}${held("held-time", words.menu.time, "time", session.heldAt)}</div>
      <wrap-course .frame=${frame}></wrap-course>
      ${this.#steps(frame.steps ?? [])}
      <div class="row wrap__end"><save-status .state=${this.desk?.saving.state ?? "saved"} @save:retry=${() => this.desk?.flush()}></save-status>
        <button type="button" class="button" @click=${() => this.#leaveFor("#/")}>${said.later}</button>
        ${done ? html`<button type="button" class="button" @click=${() => this.#step("reopenSession")}>${said.reopen}</button>`
          : html`<button type="button" class="button button--primary" @click=${() => this.#step("finishSession")}>${said.finish}</button>`}</div>
    </header>`;
  }

  /** When the record was last finished or opened, and how often it was opened again. @param {any[]} steps */
  #steps(steps) {
    const last = steps.at(-1);
    if (!last) return nothing;
    const { finished, reopened, again } = between.wrapUp;
    const times = steps.filter((step) => !step.finished).length;
    const told = last.finished ? [finished(momentInWords(last.at)), times ? again(times) : ""] : [reopened(momentInWords(last.at))];
    return html`<p class="wrap__steps small muted">${told.filter(Boolean).join(" · ")}</p>`;
  }

  /** @param {string} key @param {string} title @param {number} open @param {unknown} body */
  #part(key, title, open, body) {
    return html`<section class="wrap__part" aria-labelledby="wrap-${key}"><h2 id="wrap-${key}">${title} <span class="wrap__open">${said.openCount(open)}</span></h2>${body}</section>`;
  }

  /** @param {(editor: string) => string | null} drafted */
  #lines(drafted) {
    const { frame, notes } = /** @type {SessionDesk} */ (this.desk);
    // While it is being held, nobody looks for files.
    const over = frame.session.status !== "in_progress";
    return html`${notes.length
      ? html`<p class="tiny muted wrap__keys">${this.#letters ? said.keys : between.wrapUp.keysOff}</p>
        ${frame.firstOfEngagement ? html`<p class="tiny muted">${words.mineMeans}</p>` : nothing}`
      : html`<div class="empty"><p class="muted">${said.linesEmpty}</p>
          <div class="row"><button type="button" class="button" @click=${() => /** @type {any} */ (this.querySelector(".wrap__add"))?.take()}>${said.writeThree}</button>
          ${this.#scans.length || !over ? nothing : html`<button type="button" class="button" @click=${() => /** @type {any} */ (this.querySelector("scan-list"))?.add()}>${scans.add}</button>`}</div></div>`}
      ${over ? html`<scan-list .home=${{ kind: "session", sessionId: this.#sessionId }} .quiet=${!notes.length}></scan-list>` : nothing}
      <wrap-lines .notes=${notes} .frame=${frame} .lettersOn=${this.#letters} .revisions=${this.#revisions} .drafted=${drafted}></wrap-lines>
      <kept-field class="wrap__add" .label=${said.addLine} .hint=${said.addLine} .hidesLabel=${true} .adds=${true} .editor=${"line"} .draft=${drafted("line")} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()} @field:kept=${this.#added}></kept-field>`;
  }

  /** @param {any} frame @param {(editor: string) => string | null} drafted */
  #standing(frame, drafted) {
    const rows = [...frame.measures.map((/** @type {any} */ row) => ({ type: "measure", ...row })), ...frame.focus.filter((/** @type {any} */ row) => row.slot === "wanted_result").map((/** @type {any} */ row) => ({ type: "focus", ...row }))];
    const after = frame.focus.filter((/** @type {any} */ row) => row.slot === "state_after");
    return html`<standing-marks .rows=${rows} .label=${said.standing} .drafted=${drafted}></standing-marks>
      <words-list .type=${"focus"} .rows=${after} .label=${words.slots.state_after} .addLabel=${words.slots.state_after} .fresh=${{ slot: "state_after" }} .drafted=${drafted}></words-list>`;
  }

  drawn() {
    for (const part of this.querySelectorAll("results-drawer, wrap-lines, wrap-next, prior-actions, standing-marks, words-list, scan-list, save-status, problem-note, wrap-course")) /** @type {any} */ (part).update?.();
    const add = /** @type {any} */ (this.querySelector(".wrap__add"));
    add?.update();
  }

  async #open() {
    const desk = new SessionDesk(this.#sessionId, { ...sessionsIpc, ...notesIpc, ...questionsIpc });
    const loaded = await this.reading(() => desk.load().then(() => true), words.loading);
    if (!loaded) return;
    this.#letters = (await getPractice().catch(() => null))?.settings.wrapUpLetters ?? true;
    this.desk = desk;
    this.#scans = [];
    this.#beside = null;
    this.#paper = { kind: "session_summary", sessionId: this.#sessionId };
    desk.addEventListener("change", this.#changed);
    this.update();
  }

  /** The paper follows a moment after the last change, never while she types. */
  #changed = () => {
    this.update();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void (/** @type {any} */ (this.querySelector("paper-preview"))?.show?.()), 700);
  };

  /** @param {any} note @param {string} letter */
  async #act(note, letter) {
    const { desk } = this;
    if (!desk || !(await act(desk, note, letter)) || letter !== "d") return;
    say({ message: between.wrapUp.leftOut, undo: () => desk.undo.takeBack() });
  }

  /** Without lines the paper is what she works from: it lies beside at once. @param {import("../../types/wire/Scan.ts").Scan[]} scans */
  #scansShown(scans) {
    const first = !this.#scans.length && scans.length && !this.desk?.notes.length;
    this.#scans = scans;
    if (first && !this.#beside) this.#beside = scans[0];
    if (!scans.some(({ id }) => id === this.#beside?.id)) this.#beside = null;
    this.update();
  }

  /** @param {import("../../types/wire/Scan.ts").Scan} scan @param {boolean} [goes] whether the focus goes there */
  #layBeside(scan, goes = false) {
    this.#beside = scan;
    this.drawNow();
    if (goes) /** @type {HTMLElement | null} */ (this.querySelector(".wrap__scan"))?.focus();
  }

  #putAway = () => {
    const open = `[data-scan="${this.#beside?.id}"] .scans__open`;
    this.#beside = null;
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector(open))?.focus();
  };

  /** @param {{scan: import("../../types/wire/Scan.ts").Scan, back: () => Promise<void>}} removed */
  #scanRemoved({ scan, back }) {
    const undo = this.desk?.undo;
    undo?.did("scan", back);
    say({ message: scans.removed(scan.name), undo: () => undo?.takeBack() });
  }

  /** What a line said before. @param {any} note */
  async #earlier(note) {
    const told = await this.attempt(() => notesIpc.noteRevisions(note.id), words.loading);
    if (told) this.#revisions.set(note.id, told);
    this.update();
  }

  /** The undo key takes the last act back, unless a field has its own. */
  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const inField = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select");
    if (inField || event.defaultPrevented || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    void this.desk?.undo.takeBack().then((act) => act && say({ message: between.wrapUp.backAgain }));
  };

  /** @param {any[]} notes @param {(note: any) => any} change */
  async #each(notes, change) {
    for (const note of notes) {
      const now = this.desk?.notes.find(({ id }) => id === note.id);
      if (this.desk && now) await changeNote(this.desk, now, change(now));
    }
  }

  /** @param {any} note @returns {number | null} */
  #nextTopic(note) {
    const ids = [...this.desk?.frame.topics.map((/** @type {any} */ topic) => topic.id), null];
    return ids[(ids.indexOf(note.topicId) + 1) % ids.length];
  }

  #added = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const { desk } = this;
    if (!desk) return;
    let text = event.detail.text;
    let stage = { ...PLAIN };
    for (let read = readMark(text); read?.name; read = readMark(text)) {
      stage = withMark(stage, read.name, read.mark);
      text = read.rest.trimStart();
    }
    desk.stage = stage;
    desk.draftKept("line", true);
    if (text) void desk.outbox.keep(text);
  };

  #held = () => {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    const { desk } = this;
    if (desk && value("held-date") && value("held-time")) void setHeld(desk, { date: value("held-date"), time: value("held-time") });
  };

  /** @param {"finishSession"|"reopenSession"} step */
  async #step(step) {
    const { desk } = this;
    if (!desk) return;
    /** @type {any} */ (document.activeElement)?.blur?.();
    await desk.flush();
    await desk.wrote(() => desk.ipc[step](desk.id));
  }

  /** @param {string} hash */
  async #leaveFor(hash) {
    await this.desk?.flush();
    go(hash);
  }

  #flush = (/** @type {any} */ event) => {
    if (this.desk) event.detail.wait(this.desk.flush().then((kept) => (kept ? true : Promise.reject(new Error("unsaved")))));
  };
}
