import { asked, findQuestions, NO_BANK } from "../lib/session-questions.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.between.asides;

/** How many are offered: as many as fit under the field. */
const OFFERED = 5;

/** Before a session: the questions set aside for it, and one more to be found by a few letters. Raises `question:aside` (key, aside). */
export class QuestionAsides extends View {
  bank = NO_BANK;
  /** The client's name. */
  name = "";
  /** Whether one more is being looked for. */
  adding = false;
  #letters = "";

  template() {
    const aside = this.bank.questions.filter((question) => question.aside);
    return html`<ul class="asides">
        ${aside.map(({ key, text, aside: kept }) => html`<li class="asides__one"><span dir="auto">${asked(text)}${kept === "client" ? html` <span class="muted small">${words.questions.marks.client(this.name)}</span>` : nothing}</span>
          <button type="button" class="button button--text" aria-label=${said.takeBackThis(asked(text))} @click=${() => this.tell("question:aside", { key, aside: null })}>${said.takeBack}</button></li>`)}</ul>
      ${this.adding ? html`<label class="field"><span class="said">${said.find}</span><input class="input" type="search" placeholder=${said.find} autocomplete="off" @input=${this.#typed} @keydown=${this.#pressed}></label>
        <ul class="asides__found" aria-label=${said.found}>${this.#found.map((question) => html`<li><button type="button" class="side__question" dir="auto" @click=${() => this.#set(question.key)}>${asked(question.text)}</button></li>`)}</ul>` : nothing}`;
  }

  get #found() {
    if (!this.#letters.trim()) return [];
    return findQuestions(this.bank.questions.filter(({ aside }) => !aside), this.#letters).slice(0, OFFERED);
  }

  #typed = (/** @type {any} */ event) => {
    this.#letters = event.target.value;
    this.update();
  };

  /** Enter takes the first. */
  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const [first] = this.#found;
    if (event.key !== "Enter" || event.isComposing || !first) return;
    event.preventDefault();
    this.#set(first.key);
  };

  take() {
    this.drawNow();
    this.querySelector("input")?.focus();
  }

  /** @param {string} key */
  #set(key) {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    field.value = this.#letters = "";
    field.focus();
    this.tell("question:aside", { key, aside: "next" });
  }
}
