import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.locked;

/** The lock of a book: the phrase, or the code on the recovery sheet. What was typed stays when it is refused. */
export class UnlockForm extends View {
  /** @type {import("../../types/wire/BookEntry.ts").BookEntry[]} */
  #books = [];
  #byCode = false;
  #rest = 0;

  /** @param {import("../../types/wire/BookEntry.ts").BookEntry[]} books */
  set books(books) {
    this.#books = books.filter(({ sample }) => !sample);
    this.update();
  }

  /** How long the lock rests after wrong phrases. @param {number} seconds */
  set rest(seconds) {
    this.#rest = seconds;
    this.update();
  }

  template() {
    const [only] = this.#books;
    return html`<form class="start__form" novalidate @submit=${this.#submit}>
      <div>
        <h1 class="start__head">${said.title}</h1>
        ${this.#books.length === 1 ? html`<p class="muted" dir="auto">${only.name}</p>` : nothing}
      </div>
      ${this.#books.length > 1 ? this.#which() : nothing}
      <label class="field"><span class="field__label" id="secret-label">${this.#byCode ? said.code : said.phrase}</span>
        <input class="input input--large" name="secret" aria-labelledby="secret-label" type=${this.#byCode ? "text" : "password"} autocomplete="off" autocapitalize="off"
          spellcheck="false" autofocus aria-describedby=${this.#byCode ? "code-hint" : nothing}>
        ${this.#byCode ? html`<span class="field__hint" id="code-hint">${said.codeHint}</span>` : nothing}
      </label>
      <problem-note .shown=${this.problem}></problem-note>
      ${this.#byCode ? nothing : html`<lock-rest .seconds=${this.#rest}></lock-rest>`}
      <div class="row">
        <button class="button button--primary" ?disabled=${this.#rest > 0 && !this.#byCode}>${said.open}</button>
        ${this.#books.find(({ uid }) => uid === this.#chosen)?.keychain ? html`<button type="button" class="button" @click=${this.#byKeychain}>${words.book.keychain.open}</button>` : nothing}
        <button type="button" class="button button--text" @click=${this.#turn}>${this.#byCode ? said.usePhrase : said.useCode}</button>
      </div>
    </form>`;
  }

  #which() {
    return html`<fieldset class="stack stack--tight" @change=${() => this.update()}>
      <legend class="field__label">${said.which}</legend>
      ${this.#books.map(({ uid, name }, place) => html`
        <label class="choice"><input type="radio" name="uid" value=${uid} ?checked=${place === 0}> <span dir="auto">${name}</span></label>`)}
    </fieldset>`;
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=secret]"));
  }

  /** The book that is chosen; where there is but one, that one. */
  get #chosen() {
    const chosen = /** @type {HTMLInputElement | null} */ (this.querySelector("[name=uid]:checked"));
    return chosen?.value ?? this.#books[0]?.uid;
  }

  #byKeychain = () => {
    this.problem = null;
    this.update();
    this.tell("book:unlocked", { uid: this.#chosen, secret: "", way: "keychain" });
  };

  #turn = () => {
    this.#byCode = !this.#byCode;
    this.#field.value = "";
    this.problem = null;
    this.drawNow();
    this.#field.focus();
  };

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const secret = this.#field.value;
    const hint = this.#byCode ? said.emptyCodeHint : said.emptyPhraseHint;
    this.problem = secret.trim() ? null : { message: said.empty, hint };
    this.update();
    if (this.problem) this.#field.focus();
    else this.tell("book:unlocked", { uid: this.#chosen, secret, way: this.#byCode ? "code" : "phrase" });
  };
}
