import { QuestionList } from "../../lib/question-list.js";
import { drawDeep } from "../../lib/session-draw.js";
import { phaseName } from "../../lib/session-kinds.js";
import { NO_BANK, phaseFor } from "../../lib/session-questions.js";
import { View } from "../../lib/view.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { questions as words } from "../../words/en/questions.js";
import { session } from "../../words/en/session.js";
import { bankRow, intentName } from "./bank-row.js";
import { EDITOR } from "./own-question.js";

/** @typedef {import("../../lib/session-questions.js").Question} Question */

/** Letters on a question that has the focus. @type {Readonly<Record<string, "favourite"|"client"|"next"|"hidden">>} */
const LETTERS = Object.freeze({ f: "favourite", c: "client", n: "next", h: "hidden" });

/**
 * All questions, by phase and intent, with a search. One question at a time has its acts beside it; arrow keys move, letters act.
 * Raises `question:used` and what she makes of them (lib/question-acts.js), and `panel:left`.
 */
export class QuestionBank extends View {
  /** @type {import("../../lib/session-questions.js").Bank} */
  bank = NO_BANK;
  /** @type {any} */
  frame = null;
  /** @type {import("../../lib/session-questions.js").Known} */
  known = {};
  /** @type {(editor: string) => string | null} */
  drafted = () => null;
  #list = new QuestionList();
  /** The question with the acts. */
  #at = "";
  /** Where the focus belongs once the bank has changed, and the bank as it was. */
  #back = "";
  /** @type {import("../../lib/session-questions.js").Bank | null} */
  #before = null;
  /** Key of the own question being written: "" for a new one, null for none. @type {string|null} */
  #writing = null;
  /** The own question deleted last. */
  #gone = "";
  #pointer = "";

  template() {
    if (!this.frame) return nothing;
    const list = this.#current();
    const { shown } = list;
    const at = shown.some(({ key }) => key === this.#at) ? this.#at : shown[0]?.key;
    const name = this.frame.nameOnScreen;
    const world = { name, known: this.known, may: (/** @type {Question} */ question, /** @type {1|-1} */ by) => !!list.moved(question, by), does: this.#does };
    return html`<section class="panel bank" aria-labelledby="bank-title" @own:kept=${this.#kept} @own:left=${this.#left}>
      <div class="panel__head"><h2 id="bank-title">${session.questions.all}</h2><output class="tiny muted">${words.count(shown.length)}</output>
        <button type="button" class="button button--text bank__write" @click=${() => this.#write("")}>${words.own.write}</button>
        <button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${session.questions.done}</button></div>
      ${this.#writing === null ? nothing : this.#form(this.#writing)}
      ${this.#filters(list)}
      ${this.#gone ? html`<p class="bank__gone" role="status">${words.removed} <button type="button" class="button button--text" @click=${this.#restore}>${words.takeBack}</button></p>` : nothing}
      <ul class="bank__list" aria-label=${words.list} @keydown=${this.#pressed} @pointermove=${this.#pointed}>
        ${repeat(shown, ({ key }) => key, (question) => bankRow(question, question.key === at, world))}
      </ul>
      ${shown.length ? html`<p class="tiny muted bank__keys">${words.keys(name)}</p>` : html`<p class="muted">${session.questions.none}</p>`}
    </section>`;
  }

  /** @param {QuestionList} list */
  #filters(list) {
    const { inPhase } = list;
    const intents = [...new Set(inPhase.map(({ intent }) => intent))];
    const hidden = inPhase.filter((each) => each.hidden).length;
    return html`<div class="bank__find">
      <label class="field"><span class="said">${session.questions.find}</span><input class="input" type="search" placeholder=${session.questions.find}
        @input=${(/** @type {any} */ event) => this.#set({ letters: event.target.value })} @keydown=${this.#searched}></label>
      ${this.#choice(session.questions.phase, list.phase, this.#phases(), (phase) => ({ phase, intent: "" }))}
      ${this.#choice(session.questions.intent, list.intent, intents.map((intent) => [intent, intentName(intent)]), (intent) => ({ intent }))}
      ${hidden ? html`<label class="choice bank__hidden"><input type="checkbox" .checked=${list.showsHidden} @change=${(/** @type {any} */ event) => this.#set({ showsHidden: event.target.checked })}>
        <span>${words.showHidden(hidden)}</span></label>` : nothing}
    </div>`;
  }

  /** @param {string} label @param {string} value @param {string[][]} options @param {(value: string) => Partial<QuestionList>} chosen */
  #choice(label, value, options, chosen) {
    return html`<label class="field"><span class="said">${label}</span><select class="input" @change=${(/** @type {any} */ event) => this.#set(chosen(event.target.value))}>
      <option value="" ?selected=${!value}>${label}: ${session.questions.every}</option>
      ${options.map(([key, text]) => html`<option value=${key ?? ""} ?selected=${key === value}>${text}</option>`)}</select></label>`;
  }

  /** @param {string} key */
  #form(key) {
    const question = this.bank.questions.find((each) => each.key === key) ?? null;
    const { model } = this.frame;
    const phase = question ? phaseFor(question, model, this.#list.phase) : this.#list.phase || this.frame.session.phase;
    return html`<own-question .model=${model} .phase=${phase} .question=${question} .draft=${question ? null : this.drafted(EDITOR)}></own-question>`;
  }

  /** The list over the bank as it is now. */
  #current() {
    return Object.assign(this.#list, { questions: this.bank.questions, model: this.frame.model });
  }

  /** Phases of the model in use, between opening and closing. */
  #phases() {
    const { model } = this.frame;
    return ["OPEN", ...model.phases.map((/** @type {any} */ each) => each.key), "CLOSE"].map((key) => [key, phaseName(model, key, session.phases)]);
  }

  /** @param {Partial<QuestionList>} change */
  #set(change) {
    Object.assign(this.#list, change);
    this.update();
  }

  #does = (/** @type {string} */ act, /** @type {Question} */ question) => {
    const { key } = question;
    if (act === "at") return this.#goTo(key);
    if (act === "used") return this.tell("question:used", question);
    if (act === "earlier" || act === "later") return this.#move(question, act === "later" ? 1 : -1);
    if (act === "change") return this.#write(key);
    const goes = act === "remove" || (act === "hidden" && !question.hidden && !this.#list.showsHidden);
    this.#wants(goes ? this.#current().beside(key) : key);
    if (act === "remove") return this.tell("question:removed", (this.#gone = key));
    if (act === "client" || act === "next") return this.tell("question:aside", { key, aside: question.aside === act ? null : act });
    return this.tell("question:marked", { key, mark: act, on: !question[/** @type {"favourite"} */ (act)] });
  };

  /** @param {Question} question @param {1|-1} by */
  #move(question, by) {
    const keys = this.#current().moved(question, by);
    if (!keys) return;
    this.#wants(question.key);
    this.tell("question:ordered", keys);
  }

  /** @param {string} key */
  #goTo(key) {
    if (this.#at === key) return;
    this.#at = key;
    this.update();
  }

  #searched = (/** @type {KeyboardEvent} */ event) => {
    const [first] = this.#current().shown;
    if (event.isComposing || !first) return;
    if (event.key === "ArrowDown") this.#focus(first.key);
    else if (event.key === "Enter" && this.#list.letters) this.tell("question:used", first);
    else return;
    event.preventDefault();
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const { shown } = this.#current();
    const at = shown.findIndex(({ key }) => key === keyOf(target));
    const question = shown[at];
    if (!question || event.ctrlKey || event.metaKey || event.isComposing) return;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const onQuestion = target.classList.contains("bank__question");
    const to = way ? shown[at + way] : !onQuestion ? null : event.key === "Home" ? shown[0] : event.key === "End" ? shown.at(-1) : null;
    const act = onQuestion ? LETTERS[event.key] : undefined;
    if (event.altKey && !way) return;
    if (event.altKey) this.#move(question, /** @type {1|-1} */ (way));
    else if (to) this.#focus(to.key);
    else if (act) this.#does(act, question);
    else if (!way) return;
    event.preventDefault();
  };

  /** The list moving under a still pointer is not pointing. */
  #pointed = (/** @type {PointerEvent} */ event) => {
    const at = `${event.clientX} ${event.clientY}`;
    const still = !this.#pointer || at === this.#pointer;
    this.#pointer = at;
    const key = keyOf(/** @type {HTMLElement} */ (event.target));
    if (!still && key) this.#goTo(key);
  };

  #restore = () => {
    this.#wants(this.#gone);
    this.tell("question:restored", this.#gone);
    this.#gone = "";
  };

  /** @param {string} key */
  #write(key) {
    this.#writing = key;
    drawDeep(this);
    /** @type {any} */ (this.querySelector("own-question"))?.take();
  }

  #left = (/** @type {Event} */ event) => {
    event.stopPropagation();
    const key = this.#writing;
    this.#writing = null;
    this.drawNow();
    if (key) this.#focus(key);
    else /** @type {HTMLElement | null} */ (this.querySelector(".bank__write"))?.focus();
  };

  #kept = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const kept = (/** @type {string} */ saved) => {
      this.#writing = null;
      if (this.#search) this.#search.value = "";
      this.#current().showThe(event.detail);
      this.#wants(saved);
      this.update();
    };
    this.tell("question:kept", { key: this.#writing || null, question: event.detail, editor: EDITOR, kept });
  };

  drawn() {
    for (const part of this.querySelectorAll("own-question")) /** @type {View} */ (part).update();
    if (!this.#back || this.bank === this.#before) return;
    const row = this.#find(this.#back)?.closest("li");
    if (!row) this.#search?.focus();
    else if (!row.contains(document.activeElement)) this.#focus(this.#back);
    this.#back = "";
  }

  /** @param {string} key has the focus once the bank has changed */
  #wants(key) {
    this.#back = key;
    this.#before = this.bank;
  }

  get #search() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("input[type=search]"));
  }

  /** @param {string} key @returns {HTMLElement | null} */
  #find(key) {
    return [...this.querySelectorAll("li")].find((row) => row.dataset.key === key)?.querySelector(".bank__question") ?? null;
  }

  /** @param {string} key */
  #focus(key) {
    this.#find(key)?.focus();
  }

  take() {
    const { phase } = this.frame.session;
    this.#list.phase = this.#phases().some(([key]) => key === phase) ? phase : "";
    drawDeep(this);
    this.#search?.focus();
  }
}

/** @param {HTMLElement} target */
function keyOf(target) {
  return target.closest("[data-key]")?.getAttribute("data-key");
}
