import { findByWords } from "../../lib/marks.js";
import { asked } from "../../lib/session-questions.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/** All questions, by phase and intent, with a search. Raises `question:used` and `panel:left`. */
export class QuestionBank extends View {
  /** @type {any[]} */
  questions = [];
  /** The phase it opens with. */
  opensWith = "";
  phase = "";
  #intent = "";
  #letters = "";

  template() {
    const ofPhase = this.questions.filter((each) => !this.phase || each.phase === this.phase);
    const intents = [...new Set(ofPhase.map(({ intent }) => intent))];
    const found = findByWords(ofPhase.filter((each) => !this.#intent || each.intent === this.#intent), this.#letters, ({ text }) => text);
    return html`<section class="panel bank" aria-labelledby="bank-title">
      <div class="panel__head"><h2 id="bank-title">${words.questions.all}</h2>
        <button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${words.questions.done}</button></div>
      <div class="bank__find">
        <label class="field"><span class="said">${words.questions.find}</span><input class="input" type="search" placeholder=${words.questions.find}
          @input=${(/** @type {any} */ event) => this.#set(() => (this.#letters = event.target.value))} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#first(event, found)}></label>
        ${this.#choice(words.questions.phase, this.phase, Object.entries(words.phases), (value) => ((this.phase = value), (this.#intent = "")))}
        ${this.#choice(words.questions.intent, this.#intent, intents.map((intent) => [intent, nameOf(intent)]), (value) => (this.#intent = value))}
      </div>
      <ul class="bank__list">
        ${found.map((question, index) => html`${index === 0 || found[index - 1].intent !== question.intent ? html`<li class="bank__intent tiny muted">${nameOf(question.intent)}</li>` : nothing}
          <li><button type="button" class="side__question" dir="auto" @click=${() => this.tell("question:used", question)}>${asked(question.text)}${question.statement ? html` <span class="muted tiny">${words.questions.say}</span>` : nothing}</button></li>`)}
        ${found.length ? nothing : html`<li class="muted">${words.questions.none}</li>`}
      </ul>
    </section>`;
  }

  /** @param {string} label @param {string} value @param {string[][]} options @param {(value: string) => unknown} chosen */
  #choice(label, value, options, chosen) {
    return html`<label class="field"><span class="said">${label}</span><select class="input" @change=${(/** @type {any} */ event) => this.#set(() => chosen(event.target.value))}>
      <option value="" ?selected=${!value}>${label}: ${words.questions.every}</option>
      ${options.map(([key, text]) => html`<option value=${key ?? ""} ?selected=${key === value}>${text}</option>`)}</select></label>`;
  }

  /** @param {() => unknown} change */
  #set(change) {
    change();
    this.update();
  }

  /** @param {KeyboardEvent} event @param {any[]} found */
  #first(event, found) {
    if (event.key !== "Enter" || event.isComposing || !this.#letters || !found[0]) return;
    event.preventDefault();
    this.tell("question:used", found[0]);
  }

  take() {
    this.phase = this.opensWith;
    drawDeep(this);
    this.querySelector("input")?.focus();
  }
}

/** @param {string} intent */
function nameOf(intent) {
  return words.questions.intents[/** @type {"measure"} */ (intent)] ?? words.questions.intent_of(intent);
}
