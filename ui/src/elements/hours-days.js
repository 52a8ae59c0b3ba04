import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.hours;

/** Between which days hours are counted, and the same as a table. Raises `days:chosen` and `table:wanted`. */
export class HoursDays extends View {
  template() {
    const day = (/** @type {string} */ name, /** @type {string} */ label) => html`<label class="field"><span class="field__label">${label}</span>
      <input class="input input--short" type="date" name=${name} @change=${this.#choose}></label>`;
    return html`<div class="row row--end paper__which">${day("from", said.from)}${day("until", said.until)}
      <button type="button" class="button" @click=${() => this.tell("table:wanted")}>${said.table}</button></div>`;
  }

  #choose = () => {
    const day = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value || null;
    this.tell("days:chosen", { from: day("from"), until: day("until") });
  };
}
