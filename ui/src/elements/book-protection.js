import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.protection;

/** What protects the book, as it is set, and what does not. */
export class BookProtection extends View {
  /** @type {any} */
  #practice = null;

  /** @type {import("../../types/wire/SafetyCopies.ts").SafetyCopies | null} */
  #copies = null;
  #sample = false;

  /** The sample has neither sheet nor copies to see to. @param {boolean} sample */
  set sample(sample) {
    this.#sample = sample;
    this.update();
  }

  /** Where safety copies go; null before that is known. @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies | null} copies */
  set copies(copies) {
    this.#copies = copies;
    this.update();
  }

  /** @param {any} practice */
  set practice(practice) {
    this.#practice = practice;
    this.update();
  }

  template() {
    if (!this.#practice) return nothing;
    const { idleLockMinutes, recoveryConfirmed, stayOutOfSharing } = this.#practice.settings;
    const [closed, ...kept] = said.will;
    const does = [this.#practice.keychain ? said.willWithKeychain : closed, ...kept, said.locks(idleLockMinutes, this.#practice.hearsTheSystem), ...said.locking, ...this.#made(), ...(stayOutOfSharing && this.#practice.canStayOut ? [said.sharing] : [])];
    return html`${this.#list(said.does, does)}${this.#list(said.cannot, said.limits)}
      ${this.#sample ? html`<p class="muted">${said.sampleLiesOpen}</p>` : this.#list(said.yours, [recoveryConfirmed ? said.sheet : said.noSheet, said.disk, this.#lies()])}
      <a class="button settings__act" href="#/paper/data_handling">${said.paper}</a>`;
  }

  #made() {
    const { folder = null, newest = null } = this.#copies ?? {};
    return folder != null && newest ? [said.copied(folder)] : [];
  }

  /** What is left to do about safety copies, from where they lie. */
  #lies() {
    const { folder = null, newest = null, sameDisk = false, synced = false } = this.#copies ?? {};
    if (folder == null || !newest) return said.copy;
    if (!sameDisk) return said.copyApart;
    return synced ? said.copySynced : said.copySameDisk;
  }

  /** @param {string} title @param {string[]} sentences */
  #list(title, sentences) {
    return html`<h3 class="settings__sub">${title}</h3><ul class="protection">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  }
}
