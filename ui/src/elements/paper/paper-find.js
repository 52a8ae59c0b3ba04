import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { papers } from "../../words/en/papers.js";

const said = papers.find;
/** A pause in typing, after which is looked. */
const PAUSE = 150;

/** Looks for words in a paper. Raises `find:wanted` with the words, and `find:next` with 1 or -1; set `.count` and `.at`. */
export class PaperFind extends View {
  #words = "";
  /** @type {number | null} how often the words were found; nothing while nobody has looked */
  #count = null;
  #at = -1;
  /** @type {any} */
  #later = null;

  /** @param {number | null} count */
  set count(count) {
    this.#count = count;
    this.update();
  }

  /** @param {number} at */
  set at(at) {
    this.#at = at;
    this.update();
  }

  disconnectedCallback() {
    clearTimeout(this.#later);
  }

  template() {
    const told = this.#count === null ? "" : this.#count ? said.of(this.#at + 1, this.#count) : said.none;
    const walk = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {number} */ by) => html`<button type="button" class="button paper__sign"
      aria-label=${name} ?disabled=${!this.#count} @click=${() => this.tell("find:next", by)}>${sign}</button>`;
    return html`<div class="paper__find" role="search" aria-label=${said.label}>
      <span class="paper__sought"><input class="input" type="search" aria-label=${said.label} placeholder=${said.hint} aria-keyshortcuts="Control+F Meta+F" autocomplete="off"
        spellcheck="false" @input=${this.#type} @keydown=${this.#key}><output class="tiny muted paper__count">${told}</output></span>
      ${walk(said.before, "↑", -1)}${walk(said.after, "↓", 1)}
    </div>`;
  }

  /** Puts the caret into the field, with its words chosen. */
  take() {
    const field = this.querySelector("input");
    field?.focus();
    field?.select();
  }

  #type = (/** @type {Event} */ event) => {
    this.#words = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#later);
    this.#later = setTimeout(this.#look, this.#words ? PAUSE : 0);
    this.update();
  };

  #look = () => {
    this.#later = null;
    this.tell("find:wanted", this.#words);
  };

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (this.#later === null) return void this.tell("find:next", event.shiftKey ? -1 : 1);
      clearTimeout(this.#later);
      this.#look();
    } else if (event.key === "Escape" && this.#words) {
      event.preventDefault();
      event.stopPropagation();
      /** @type {HTMLInputElement} */ (event.target).value = "";
      this.#type(event);
    }
  };
}
