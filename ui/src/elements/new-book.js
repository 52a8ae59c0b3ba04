import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.fresh;

/** Start my book: her name, and the words that lock it. */
export class NewBook extends View {
  #phrase = "";
  /** @type {any} */
  #judged = null;

  /** @param {string} phrase */
  set phrase(phrase) {
    this.#phrase = phrase;
    this.update();
  }

  /** @param {any} judged */
  set judged(judged) {
    this.#judged = judged;
    this.update();
  }

  template() {
    return html`<form class="start__form" novalidate @submit=${this.#submit}>
      <h1 class="start__head">${said.title}</h1>
      <label class="field"><span class="field__label" id="name-label">${said.name}</span>
        <input class="input input--large" name="coachName" aria-labelledby="name-label" autocomplete="off" dir="auto" autofocus required aria-describedby="name-hint" @input=${this.#named}>
        <span class="field__hint" id="name-hint">${said.nameHint}</span>
      </label>
      <problem-note .shown=${this.problem}></problem-note>
      <phrase-choice .phrase=${this.#phrase} .judged=${this.#judged}></phrase-choice>
      <div class="row">
        <button class="button button--primary">${said.make}</button>
        <button type="button" class="button button--text" @click=${() => this.tell("step:wanted", "back")}>${words.common.back}</button>
      </div>
    </form>`;
  }

  get #name() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=coachName]"));
  }

  get #choice() {
    return /** @type {import("./phrase-choice.js").PhraseChoice} */ (this.querySelector("phrase-choice"));
  }

  #named = () => {
    this.#choice.coachName = this.#name.value.trim();
    this.problem = null;
    this.update();
  };

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const coachName = this.#name.value.trim();
    this.problem = coachName ? null : { message: said.nameMissing, hint: said.nameMissingHint };
    this.update();
    if (!coachName) return this.#name.focus();
    const phrase = this.#choice.choice();
    if (phrase) this.tell("book:wanted", { coachName, phrase });
  };
}
