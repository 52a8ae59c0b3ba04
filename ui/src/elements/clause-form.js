import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.agreement.clause;

/** The words of one clause. Says `clause:written` with key, heading and body, or `clause:left`. */
export class ClauseForm extends View {
  key = "";
  heading = "";
  body = "";

  template() {
    return html`<form class="stack clause-form" novalidate @submit=${this.#submit} @keydown=${this.#leaveOnEscape}>
      <label class="field"><span class="field__label">${said.heading}</span>
        <input class="input" name="heading" dir="auto" autocomplete="off" .value=${this.heading}></label>
      <label class="field"><span class="field__label">${said.body}</span>
        <textarea class="input" name="body" rows="5" dir="auto" aria-describedby="clause-hint" .value=${this.body}></textarea></label>
      <p class="field__hint" id="clause-hint">${said.hint}</p>
      <problem-note .shown=${this.problem}></problem-note>
      <div class="row"><button class="button">${words.common.save}</button>
        <button type="button" class="button button--text" @click=${this.#leave}>${words.common.leave}</button></div>
    </form>`;
  }

  /** What stands in the form. */
  get #written() {
    const typed = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value.trim();
    return { key: this.key, heading: typed("heading"), body: typed("body") };
  }

  /** Keeps what was changed, before the window goes. */
  sendIfChanged() {
    const written = this.#written;
    const changed = written.heading !== this.heading.trim() || written.body !== this.body.trim();
    if (changed && written.heading && written.body) this.tell("clause:written", written);
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const written = this.#written;
    this.problem = written.heading && written.body ? null : { message: said.missing };
    if (this.problem) this.update();
    else this.tell("clause:written", written);
  };

  #leave = () => this.tell("clause:left");

  #leaveOnEscape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#leave();
  };
}
