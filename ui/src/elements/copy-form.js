import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.copy;

/** Open a safety copy: the phrase or the code first, then the file. */
export class CopyForm extends View {
  template() {
    return html`<form class="start__form" novalidate @submit=${this.#submit}>
      <div>
        <h1 class="start__head">${said.title}</h1>
        <p class="muted">${said.what}</p>
      </div>
      <label class="field"><span class="field__label">${said.secret}</span>
        <input class="input input--large" name="secret" type="password" autocomplete="off" spellcheck="false" autofocus>
      </label>
      <problem-note .shown=${this.problem}></problem-note>
      <div class="row">
        <button class="button button--primary">${said.choose}</button>
        <button type="button" class="button button--text" @click=${() => this.tell("step:wanted", "back")}>${words.common.back}</button>
      </div>
    </form>`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=secret]"));
    const secret = field.value;
    this.problem = secret.trim() ? null : { message: words.book.locked.empty, hint: said.emptyHint };
    this.update();
    if (this.problem) field.focus();
    else this.tell("copy:chosen", { secret });
  };
}
