import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const said = words.between.answers;

/** Answers about the practice, each to be changed or forgotten. Raises `answer:kept` with key and value; no words forget it. */
export class PracticeAnswers extends View {
  /** @type {any[]} */
  #answers = [];

  /** @param {any[]} answers */
  set answers(answers) {
    this.#answers = answers;
    this.update();
  }

  template() {
    return html`<ul class="answers">${repeat(this.#answers, ({ key }) => key, ({ key, label, value }) => html`<li class="answers__one">
      <kept-field class="answers__field" .label=${label} .lines=${value.length > 60 || value.includes("\n")} .value=${value} @field:kept=${(/** @type {CustomEvent} */ event) => this.#kept(event, key)}></kept-field>
      <button type="button" class="button button--text" aria-label=${said.forgetThis(label)} @click=${() => this.tell("answer:kept", { key, value: "" })}>${said.forget}</button></li>`)}</ul>`;
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }

  /** @param {CustomEvent} event @param {string} key */
  #kept(event, key) {
    event.stopPropagation();
    if (event.detail.text) this.tell("answer:kept", { key, value: event.detail.text });
  }
}
