import { inWords } from "../../lib/paper-warnings.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { papers } from "../../words/en/papers.js";

/** What to look at before a paper is handed over, and the ways there. Raises `paper:left` with an address; whoever has to save first stops it and goes there. */
export class PaperWarnings extends View {
  /** @type {import("../../../types/wire/PaperWarning.ts").PaperWarning[]} */
  #warnings = [];

  /** @param {import("../../../types/wire/PaperWarning.ts").PaperWarning[]} warnings */
  set warnings(warnings) {
    this.#warnings = warnings;
    this.update();
  }

  template() {
    if (!this.#warnings.length) return nothing;
    return html`<section class="warnings" aria-label=${papers.warning.label}><ul>${this.#warnings.map(inWords).map(({ what, todo, ways }) => html`
      <li class="warnings__one"><p><strong>${what}</strong></p><p class="small">${todo}</p>
        ${ways.length ? html`<p class="small warnings__ways">${ways.map(({ word, hash }) => html`<a href=${hash} @click=${this.#leave}>${word}</a>`)}</p>` : nothing}</li>`)}</ul></section>`;
  }

  #leave = (/** @type {Event} */ event) => {
    const hash = /** @type {HTMLAnchorElement} */ (event.currentTarget).getAttribute("href");
    if (!this.tell("paper:left", hash)) event.preventDefault();
  };
}
