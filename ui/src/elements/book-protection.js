import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.protection;

/** What protects the book, as it is set, and what does not. */
export class BookProtection extends View {
  /** @type {any} */
  #practice = null;

  /** @param {any} practice */
  set practice(practice) {
    this.#practice = practice;
    this.update();
  }

  template() {
    if (!this.#practice) return nothing;
    const { idleLockMinutes, recoveryConfirmed, stayOutOfSharing } = this.#practice.settings;
    const does = [...said.will, said.locks(idleLockMinutes), ...(stayOutOfSharing && this.#practice.canStayOut ? [said.sharing] : [])];
    return html`${this.#list(said.does, does)}${this.#list(said.cannot, said.limits)}
      ${this.#list(said.yours, [recoveryConfirmed ? said.sheet : said.noSheet, said.disk, said.copy])}
      <a class="button settings__act" href="#/paper/data_handling">${said.paper}</a>`;
  }

  /** @param {string} title @param {string[]} sentences */
  #list(title, sentences) {
    return html`<h3>${title}</h3><ul class="protection">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  }
}
