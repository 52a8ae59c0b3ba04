import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.papers;

/**
 * A paper that can be made: what it is, and the way to it. With `choices` there are several of its kind, one of which
 * is meant; without an address it cannot be made yet.
 * @typedef {{title: string, what: string, hash: string | null, choices?: {hash: string, text: string}[], choose?: string, act?: string}} Paper
 */
export class PaperRow extends View {
  /** @type {Paper | null} */
  #paper = null;
  #chosen = 0;

  /** @param {Paper} paper */
  set paper(paper) {
    this.#paper = paper;
    this.update();
  }

  template() {
    if (!this.#paper) return nothing;
    const { title, what, hash, choices = [], choose = "", act = said.preview } = this.#paper;
    const goes = choices[this.#chosen]?.hash ?? hash;
    return html`<div class="papers__one"><span><span class="papers__title" dir="auto">${title}</span><span class="small muted">${what}</span></span>
      ${choices.length > 1 ? html`<select class="input papers__choice" aria-label=${choose} @change=${this.#choose}>
        ${choices.map(({ text }, at) => html`<option value=${at} ?selected=${at === this.#chosen}>${text}</option>`)}</select>` : nothing}
      ${goes ? html`<a class="button" href=${goes} aria-label=${`${act}: ${title}`}>${act}</a>` : nothing}</div>`;
  }

  #choose = (/** @type {Event} */ event) => {
    this.#chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    this.update();
  };
}
