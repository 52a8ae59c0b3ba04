import { renewCode } from "../ipc/book.js";
import { say } from "../lib/notice.js";
import { restAfter } from "../lib/rest.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.newCode;

/** A new code for the recovery sheet, when the old sheet may be in other hands. */
export class NewCodePage extends View {
  #rest = 0;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("rest:over", () => this.#rests(0));
  }

  template() {
    return html`<div class="start"><form class="start__form" novalidate @submit=${this.#renew}>
      <div>
        <h1 class="start__head" tabindex="-1">${said.title}</h1>
        <p>${said.why}</p>
      </div>
      <ul class="start__list muted">${said.means.map((line) => html`<li>${line}</li>`)}</ul>
      <label class="field"><span class="field__label">${words.book.locked.phrase}</span>
        <input class="input input--large" name="phrase" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus></label>
      <problem-note .shown=${this.problem}></problem-note>
      <lock-rest .seconds=${this.#rest}></lock-rest>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      <div class="row"><button class="button button--primary" ?disabled=${this.#rest > 0}>${said.make}</button>
        <a class="button button--text" href="#/settings/lock">${words.common.back}</a></div>
    </form></div>`;
  }

  /** @param {number} seconds */
  #rests(seconds) {
    this.#rest = seconds;
    this.update();
  }

  #renew = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=phrase]"));
    this.problem = field.value.trim() ? null : { message: words.book.locked.empty, hint: words.book.locked.emptyPhraseHint };
    this.update();
    if (this.problem) return field.focus();
    const renewed = await this.attempt(() => renewCode(field.value), said.making);
    this.#rests(await restAfter(this.problem));
    if (!renewed) return field.focus();
    const { copied, notCopied, older } = renewed;
    say({ message: said.made, hint: [copied && said.copied, notCopied && said.notCopied, older && said.older(older)].filter(Boolean).join(" ") || null });
    go("#/recovery");
  };
}
