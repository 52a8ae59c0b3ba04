import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.copy;

/** Open a safety copy: the phrase or the code first, then the file, then what it will bring. Raises `copy:chosen` and `copy:wanted`. */
export class CopyForm extends View {
  /** @type {import("../../types/wire/CopyContents.ts").CopyContents | null} */
  #contents = null;

  /** @param {import("../../types/wire/CopyContents.ts").CopyContents | null} contents */
  set contents(contents) {
    this.#contents = contents;
    this.update();
  }

  template() {
    const found = this.#contents;
    return html`<form class="start__form" novalidate @submit=${this.#submit}>
      <div>
        <h1 class="start__head">${said.title}</h1>
        <p class="muted">${said.what}</p>
      </div>
      <label class="field"><span class="field__label">${said.secret}</span>
        <input class="input input--large" name="secret" type="password" autocomplete="off" spellcheck="false" autofocus>
      </label>
      <problem-note .shown=${this.problem}></problem-note>
      ${found ? html`<copy-contents .heading=${said.whole} .contents=${found}></copy-contents>${found.alreadyHere ? html`<p>${said.here}</p>` : nothing}` : nothing}
      <div class="row">
        <button class="button button--primary">${found ? said.bring : said.choose}</button>
        ${found ? html`<button type="button" class="button" @click=${() => this.#send("copy:chosen")}>${said.other}</button>` : nothing}
        <button type="button" class="button button--text" @click=${() => this.tell("step:wanted", "back")}>${words.common.back}</button>
      </div>
    </form>`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.#send(this.#contents ? "copy:wanted" : "copy:chosen");
  };

  /** @param {string} wish */
  #send(wish) {
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=secret]"));
    const secret = field.value;
    this.problem = secret.trim() ? null : { message: words.book.locked.empty, hint: said.emptyHint };
    this.update();
    if (this.problem) field.focus();
    else this.tell(wish, { secret });
  }
}
