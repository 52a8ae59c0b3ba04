import { keepInKeychain, keychainStanding, leaveKeychain } from "../ipc/book.js";
import { say } from "../lib/notice.js";
import { restAfter } from "../lib/rest.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.keychain;

/** Whether this computer's keychain opens the book, and what that means. */
export class KeychainPage extends View {
  /** @type {import("../../types/wire/KeychainStanding.ts").KeychainStanding | null} */
  #standing = null;
  #rest = 0;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("rest:over", () => this.#rests(0));
    void this.#look();
  }

  template() {
    return html`<div class="start"><form class="start__form" novalidate @submit=${this.#keep}>
      <div>
        <h1 class="start__head" tabindex="-1">${said.title}</h1>
        <p>${said.why}</p>
      </div>
      <ul class="start__list muted">${said.means.map((line) => html`<li>${line}</li>`)}</ul>
      ${this.#standing ? this.#part(this.#standing) : html`<problem-note .shown=${this.problem}></problem-note>`}
    </form></div>`;
  }

  /** @param {import("../../types/wire/KeychainStanding.ts").KeychainStanding} standing */
  #part({ there, on }) {
    if (on) return this.#acts(html`<p role="status">${said.isOn}</p>`, html`<button type="button" class="button" autofocus @click=${this.#leave}>${said.leave}</button>`);
    if (!there) return this.#acts(html`<p role="status">${said.none}</p>`, nothing);
    const phrase = html`<label class="field"><span class="field__label">${words.book.locked.phrase}</span>
      <input class="input input--large" name="phrase" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus></label>`;
    return this.#acts(phrase, html`<button class="button button--primary" ?disabled=${this.#rest > 0}>${said.keep}</button>`);
  }

  /** @param {unknown} above @param {unknown} act */
  #acts(above, act) {
    return html`${above}
      <problem-note .shown=${this.problem}></problem-note>
      <lock-rest .seconds=${this.#rest}></lock-rest>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      <div class="row">${act}<a class="button button--text" href="#/settings/lock">${words.common.back}</a></div>`;
  }

  async #look() {
    this.#standing = (await this.attempt(() => keychainStanding())) ?? null;
    this.#drawn();
  }

  /** Draws the part that is there now, and brings the keyboard to it. */
  #drawn() {
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector("[autofocus]"))?.focus();
  }

  /** @param {number} seconds */
  #rests(seconds) {
    this.#rest = seconds;
    this.update();
  }

  #keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector("[name=phrase]"));
    if (!field) return;
    this.problem = field.value.trim() ? null : { message: words.book.locked.empty, hint: words.book.locked.emptyPhraseHint };
    this.update();
    if (this.problem) return field.focus();
    const standing = await this.attempt(() => keepInKeychain(field.value), said.keeping);
    this.#rests(await restAfter(this.problem));
    if (!standing) return field.focus();
    this.#standing = standing;
    say({ message: said.kept, hint: said.keptHint });
    this.#drawn();
  };

  #leave = async () => {
    const standing = await this.attempt(() => leaveKeychain());
    if (!standing) return;
    this.#standing = standing;
    say({ message: said.left });
    this.#drawn();
  };
}
