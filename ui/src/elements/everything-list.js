import { findByWords } from "../lib/marks.js";
import { keyInFound } from "../lib/found-list.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { everything as words } from "../words/en/everything.js";

const LONGEST = 12;

/**
 * Everything that can be done here, found by a few letters; or what is asked for next. Raises `everything:chosen` with the entry.
 * @typedef {{text: string, hint?: string, [does: string]: any}} Entry
 */
export class EverythingList extends View {
  /** @type {Entry[]} */
  entries = [];
  /** The question that is answered by choosing, where there is one. */
  asked = "";
  #typed = "";
  #at = 0;

  template() {
    const found = this.#found();
    const find = this.asked || words.find;
    return html`<section class="everything" aria-labelledby="everything-title">
      <h2 id="everything-title" class="said">${words.title}</h2>
      <input class="input everything__find" role="combobox" aria-label=${find} placeholder=${find} autocomplete="off" dir="auto"
        aria-expanded="true" aria-controls="everything-list" aria-activedescendant=${found.length ? `everything-${this.#at}` : nothing}
        .value=${this.#typed} @input=${this.#look} @keydown=${this.#pressed}>
      <ul id="everything-list" class="everything__list" role="listbox" aria-label=${words.title}>
        ${found.map((entry, at) => html`<li id="everything-${at}" class="pick__entry everything__entry" role="option" aria-selected=${at === this.#at ? "true" : "false"}
          @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#choose(entry)}>
          <span dir="auto">${entry.text}</span>${entry.hint ? html`<kbd class="pick__hint" dir="auto">${entry.hint}</kbd>` : nothing}</li>`)}
      </ul>
      ${found.length ? nothing : html`<output class="muted small">${this.asked ? words.noClient : words.none}</output>`}
    </section>`;
  }

  take() {
    this.#typed = "";
    this.#at = 0;
    this.drawNow();
    this.querySelector("input")?.focus();
  }

  drawn() {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest" });
  }

  #found() {
    return findByWords(this.entries, this.#typed, ({ text }) => text).slice(0, LONGEST);
  }

  #look = (/** @type {any} */ event) => {
    this.#typed = event.target.value;
    this.#at = 0;
    this.update();
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const pressed = keyInFound(event, this.#found(), this.#at);
    if (pressed) {
      this.#at = pressed.at;
      if (pressed.chosen) this.#choose(pressed.chosen);
      else this.update();
    } else return;
    event.preventDefault();
  };

  /** @param {Entry} entry */
  #choose(entry) {
    this.tell("everything:chosen", entry);
  }
}
