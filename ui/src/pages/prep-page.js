import { listQuestions, setQuestionAside } from "../ipc/questions.js";
import { getPrep, removeSessionRow, saveSessionRow, startSession, takeUpTopic } from "../ipc/sessions.js";
import { dayInWords, momentInWords } from "../lib/dates.js";
import { told, waitingActs } from "../lib/session-waiting.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.between.prep;

/** One page to read in a minute before a session: what she left for herself, what was wanted, what is open, who is who. */
export class PrepPage extends View {
  #sessionId = 0;
  /** @type {any} */
  #prep = null;
  /** @type {import("../../types/wire/QuestionBank.js").QuestionBank | null} */
  #bank = null;
  /** Whether a question is being looked for to set aside. */
  #adding = false;
  #acts = waitingActs(
    {
      saveRow: (row) => this.#wrote(() => saveSessionRow(this.#sessionId, row)),
      removeRow: (type, id) => this.#wrote(() => removeSessionRow(this.#sessionId, type, id)),
      takeUp: (id) => this.#wrote(() => takeUpTopic(this.#sessionId, id)),
    },
    told,
  );

  /** @param {{sessionId: number}} route */
  set route({ sessionId }) {
    if (sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    void this.#open();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:print", this.#print);
    document.addEventListener("keydown", this.#pressed);
    /** @type {[string, (detail: any) => unknown][]} */
    const news = [["topic:taken", this.#acts.taken], ["topic:aside", this.#acts.aside], ["action:stands", this.#acts.stands],
      ["question:aside", ({ key, aside }) => this.#setAside(key, aside)]];
    for (const [name, heard] of news) this.addEventListener(name, (event) => void heard(/** @type {CustomEvent} */ (event).detail));
  }

  disconnectedCallback() {
    document.removeEventListener("app:print", this.#print);
    document.removeEventListener("keydown", this.#pressed);
  }

  template() {
    const prep = this.#prep;
    if (!prep) return html`<div class="page prep"><h1 tabindex="-1">${said.title}</h1><problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note></div>`;
    return html`<div class="page prep ${isMuch(prep) ? "prep--much" : ""}">
      ${this.#head(prep)}
      <problem-note .shown=${this.problem}></problem-note>
      ${prep.first ? html`<p class="muted prep__empty">${said.first}</p>` : nothing}
      ${prep.forNextTime ? html`<section class="prep__first" aria-labelledby="prep-next"><h2 id="prep-next">${said.forNextTime}</h2><p dir="auto">${prep.forNextTime}</p></section>` : nothing}
      ${this.#asides(prep)}
      <div class="prep__parts">
        <div class="prep__column">${this.#waiting(prep)}</div>
        <div class="prep__column">${this.#last(prep)}</div>
        <div class="prep__column">${this.#known(prep)}</div>
      </div>
    </div>`;
  }

  /** @param {any} prep */
  #head(prep) {
    const standing = standingOf(prep);
    const addressed = [prep.preferredName, prep.pronouns].filter(Boolean).join(", ");
    const line = [addressed && `${said.addressed} ${addressed}`, prep.roleTitle, prep.organisation].filter(Boolean).join(" · ");
    return html`<header class="prep__head">
      <h1 tabindex="-1"><span dir="auto">${prep.nameOnScreen}</span> <span class="prep__number">${words.session.of(prep.number, prep.planned)}</span></h1>
      <span class="muted">${momentInWords(prep.session.plannedAt) || said.noTime}</span>
      <span class="row prep__acts"><button type="button" class="button" aria-keyshortcuts="P" @click=${this.#print}>${said.sheet} <kbd class="prep__key" aria-hidden="true">${said.sheetKey}</kbd></button>
        <button type="button" class="button button--primary" @click=${this.#start} autofocus>${said.start}</button></span>
      ${line || prep.callLink ? html`<p class="prep__line small"><span dir="auto">${line}</span>
        ${prep.callLink ? html`<span><span class="muted">${said.callLink}</span> <span class="prep__link">${prep.callLink}</span></span>` : nothing}</p>` : nothing}
      <div class="prep__below small">${standing.length ? html`<ul class="prep__standing" aria-label=${said.agreement}>${standing.map((item) => html`<li>${item}</li>`)}</ul>` : nothing}
        <button type="button" class="button button--text prep__add" aria-expanded=${this.#adding ? "true" : "false"} @click=${this.#add}>${words.between.asides.add}</button></div>
    </header>`;
  }

  /** What is open. @param {any} prep */
  #waiting(prep) {
    const topics = prep.topics.length + prep.waiting.length;
    // Where an action comes from is worth a word only when it has waited longer than the last session.
    const actions = prep.actions.map((/** @type {any} */ each) => (each.sessionNumber === prep.before?.number ? { ...each, sessionNumber: null } : each));
    return html`
      ${this.#part("actions", said.actions, prep.actions.length ? html`<prior-actions .actions=${actions}></prior-actions>` : nothing)}
      ${this.#part("topics", said.topics, topics ? html`<waiting-topics .taken=${prep.topics} .waiting=${prep.waiting}></waiting-topics>` : nothing)}
      ${this.#list("promises", said.promises, prep.promises.map((/** @type {any} */ row) => html`<span class="muted">${said.promise[/** @type {"coach"} */ (row.owner)]}:</span> ${row.what}`))}`;
  }

  /** What last time was about. @param {any} prep */
  #last({ before }) {
    return html`
      ${this.#list("wanted", before?.heldOn ? said.wantedOn(dayInWords(before.heldOn)) : said.wanted, before ? wantedOf(before) : [])}
      ${this.#list("clear", said.clear, (before?.insights ?? []).map((/** @type {any} */ row) => (row.inClientWords ? `“${row.text}”` : row.text)))}`;
  }

  /** Questions set aside for this session, and one more to be found. @param {any} prep */
  #asides({ nameOnScreen }) {
    const bank = this.#bank;
    if (!bank || !(this.#adding || bank.questions.some(({ aside }) => aside))) return nothing;
    return html`<section class="prep__part prep__asides" aria-labelledby="prep-asides"><h2 id="prep-asides">${said.questions}</h2>
      <question-asides .bank=${bank} .name=${nameOnScreen} .adding=${this.#adding}></question-asides></section>`;
  }

  #add = () => {
    this.#adding = !this.#adding;
    this.drawNow();
    if (this.#adding) /** @type {any} */ (this.querySelector("question-asides"))?.take();
  };

  /** What is known of the client. @param {any} prep */
  #known(prep) {
    const works = [...prep.strengths, ...prep.resources].map(({ text }) => text);
    return html`
      ${this.#list("people", said.people, prep.people.map((/** @type {any} */ person) => html`${person.alias}${person.relation ? html` <span class="muted">${person.relation}</span>` : nothing}`))}
      ${this.#list("works", said.works, works)}
      ${this.#skills(prep)}`;
  }

  /** The last thing she needs: where there is much, it is folded. @param {any} prep */
  #skills(prep) {
    const texts = prep.skills.map((/** @type {any} */ { text }) => text);
    if (!texts.length || !isMuch(prep)) return this.#list("skills", said.skills, texts);
    return html`<details class="prep__part prep__fold"><summary>${said.skills} (${texts.length})</summary><ul data-flows>${texts.map((/** @type {string} */ text) => html`<li dir="auto">${text}</li>`)}</ul></details>`;
  }

  /** @param {string} key @param {string} title @param {unknown[]} items */
  #list(key, title, items) {
    return this.#part(key, title, items.length ? html`<ul ?data-flows=${key === "works" || key === "skills"}>${items.map((item) => html`<li dir="auto">${item}</li>`)}</ul>` : nothing);
  }

  /** @param {string} key @param {string} title @param {unknown} body */
  #part(key, title, body) {
    if (body === nothing) return nothing;
    return html`<section class="prep__part" aria-labelledby="prep-${key}"><h2 id="prep-${key}">${title}</h2>${body}</section>`;
  }

  drawn() {
    for (const part of this.querySelectorAll("prior-actions, waiting-topics, question-asides")) /** @type {View} */ (part).update();
  }

  async #open() {
    const prep = await this.reading(() => getPrep(this.#sessionId), words.session.loading);
    if (!prep) return;
    const { status } = prep.session;
    if (status === "in_progress") return go(`#/session/${this.#sessionId}`);
    if (status !== "planned") return go(`#/session/${this.#sessionId}/wrap-up`);
    this.#prep = prep;
    this.#bank ??= (await this.attempt(() => listQuestions(this.#sessionId), words.session.loading)) ?? null;
    this.update();
  }

  /** @param {() => Promise<any>} write */
  async #wrote(write) {
    const answer = await this.attempt(write, words.session.loading);
    if (answer) await this.#open();
    return answer;
  }

  /** @param {string} key @param {"next"|null} aside */
  async #setAside(key, aside) {
    const bank = await this.attempt(() => setQuestionAside(this.#sessionId, key, aside), words.session.loading);
    if (bank) this.#bank = bank;
    this.update();
  }

  #start = async () => {
    const started = await this.attempt(() => startSession(null, this.#sessionId), words.session.loading);
    if (started) go(`#/session/${started.frame.session.id}`);
  };

  #print = () => go(`#/paper/session_sheet/${this.#sessionId}/print`);

  /** One key prints the sheet, unless it is meant for a field. */
  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const inField = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select");
    if (event.defaultPrevented || inField || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    this.#print();
  };
}

const MUCH = 700;

/** Whether there is so much to recall that it takes smaller letters to stay on one page. @param {any} prep */
function isMuch(prep) {
  const { focus = [], measures = [], insights = [] } = prep.before ?? {};
  const rows = [...prep.actions, ...focus, ...measures, ...insights, ...prep.strengths, ...prep.resources, ...prep.skills, ...prep.people, ...prep.waiting];
  return rows.reduce((sum, row) => sum + (row.what ?? row.text ?? row.title ?? row.alias ?? "").length + 20, 0) > MUCH;
}

/** What was wanted and how one would know, with how it stood. @param {any} before @returns {unknown[]} */
function wantedOf({ focus, measures }) {
  const stood = (/** @type {any} */ { text, standing }) => {
    const result = words.session.closing.results[/** @type {"met"} */ (standing.result)];
    return html`${text}${result ? html` <span class="muted">${result.toLowerCase()}</span>` : nothing}`;
  };
  return [...focus.filter((/** @type {any} */ row) => row.slot === "wanted_result"), ...measures].map(stood);
}

/** How agreement and consents stand. Nothing is missing with somebody who is only being talked to. @param {any} prep @returns {unknown[]} */
function standingOf({ agreement, agreementExpected, consents, withdrawalsToSeeTo }) {
  const lines = [];
  if (withdrawalsToSeeTo.length) lines.push(html`<span class="prep__red">${said.withdrawalOpen}</span>`);
  if (agreement?.signedOn) lines.push(said.signed(dayInWords(agreement.signedOn)));
  else if (agreementExpected) lines.push(html`<span class="prep__amber">${said.unsigned}</span>`);
  for (const { purpose, decision, withdrawnAt } of consents) {
    const answer = said.decision[/** @type {"granted"} */ (withdrawnAt ? "withdrawn" : decision)] ?? said.notAsked;
    lines.push(html`<span class="muted">${said.purpose[/** @type {"record_audio"} */ (purpose)]}</span> ${answer}`);
  }
  if (!consents.length && agreementExpected) lines.push(html`<span class="muted">${said.recording}</span> ${said.notAsked}`);
  return lines;
}
