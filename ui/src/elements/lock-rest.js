import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.rest;

/** Says that the lock rests after wrong phrases, and for how long still. Raises `rest:over` when it may be tried again. */
export class LockRest extends View {
  #until = 0;
  #over = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  /** @param {number} seconds */
  set seconds(seconds) {
    clearInterval(this.#ticking);
    if (seconds > 0) {
      this.#until = Date.now() + seconds * 1000;
      this.#over = false;
      this.#ticking = setInterval(this.#tick, 250);
    }
    this.update();
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
  }

  get #left() {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  /** The sentence is said once; the number changes without being read aloud each second. */
  template() {
    const left = this.#left;
    return html`<p class="rest ${left || this.#over ? "" : "rest--none"}">
      <output>${left ? said.rests : this.#over ? said.over : ""}</output>
      ${left ? html`<span role="timer" aria-live="off">${said.left(left)}</span>` : nothing}</p>`;
  }

  #tick = () => {
    if (this.#left === 0) {
      clearInterval(this.#ticking);
      this.#over = true;
      this.tell("rest:over");
    }
    this.update();
  };
}
