import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const said = words.agreement.side;

/** Which clauses there are and in which order. Raises `clause:included`, `clause:moved` and `clause:wanted`. */
export class ClauseOrder extends View {
  /** @type {{key: string, heading: string, included: boolean, required: boolean}[]} */
  #clauses = [];
  #moved = "";
  /** Beside the sheet the clauses stand open; above it they wait behind their word. */
  #roomy = innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16") > 64;

  /** @param {any[]} clauses */
  set clauses(clauses) {
    this.#clauses = clauses;
    this.update();
  }

  template() {
    return html`<details class="side__clauses" ?open=${this.#roomy}><summary><h2>${said.clauses}</h2></summary>
      <p class="field__hint">${said.keys}</p>
      <ol class="side__order">${repeat(this.#clauses, ({ key }) => key, this.#clause)}</ol>
      <output class="said">${this.#moved}</output>
      <button type="button" class="button button--text button--flush" @click=${() => this.tell("clause:wanted")}>${said.add}</button>
    </details>`;
  }

  #clause = (/** @type {any} */ { key, heading, included, required }, /** @type {number} */ place) => html`<li class="side__clause" @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, key, place)}>
    <label class="choice small"><input type="checkbox" .checked=${included} ?disabled=${required} aria-label=${said.include(heading)}
      @change=${(/** @type {Event} */ event) => this.tell("clause:included", { key, included: /** @type {HTMLInputElement} */ (event.target).checked })}>
      <span class=${included ? "" : "muted"} dir="auto">${heading}</span></label>
    <span class="side__moves">
      <button type="button" class="button button--text" data-way="up" ?disabled=${place === 0} aria-label=${said.upOf(heading)} @click=${() => this.#move(key, place, -1)}>↑</button>
      <button type="button" class="button button--text" data-way="down" ?disabled=${place === this.#clauses.length - 1} aria-label=${said.downOf(heading)} @click=${() => this.#move(key, place, 1)}>↓</button>
    </span></li>`;

  /** @param {KeyboardEvent} event @param {string} key @param {number} place */
  #key(event, key, place) {
    if (!event.ctrlKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    this.#move(key, place, event.key === "ArrowUp" ? -1 : 1);
  }

  /** @param {string} key @param {number} place @param {number} by */
  #move(key, place, by) {
    const to = place + by;
    const clause = this.#clauses[place];
    if (!clause || to < 0 || to >= this.#clauses.length) return;
    this.#moved = said.moved(clause.heading, to + 1);
    this.tell("clause:moved", { key, to });
  }
}
