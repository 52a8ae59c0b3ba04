import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.fresh;

/**
 * The words that lock the book: a ready-made phrase first, her own when she wishes.
 * `choice()` gives the phrase, or says in place why there is none yet.
 */
export class PhraseChoice extends View {
  #offered = "";
  /** @type {{strong: boolean, guessesLog10: number, advice: string|null} | null} */
  #judged = null;
  #own = false;
  #shown = false;
  #written = false;
  #typed = "";
  #again = "";

  coachName = "";
  label = said.phrase;

  /** @param {string} phrase */
  set phrase(phrase) {
    if (phrase !== this.#offered) this.#written = false;
    this.#offered = phrase;
    this.update();
  }

  /** @param {{strong: boolean, guessesLog10: number, advice: string|null} | null} judged */
  set judged(judged) {
    this.#judged = judged;
    this.update();
  }

  /** @returns {string | null} */
  choice() {
    const refusal = this.#own ? this.#refuseOwn() : this.#refuseOffered();
    this.problem = refusal;
    this.update();
    return refusal ? null : this.#own ? this.#typed : this.#offered;
  }

  #refuseOffered() {
    return this.#written && this.#offered ? null : { message: said.notWritten, hint: said.notWrittenHint };
  }

  #refuseOwn() {
    if (!this.#judged?.strong) return { message: said.weak, hint: this.#judged?.advice ?? said.weakHint };
    return this.#typed === this.#again ? null : { message: said.differ, hint: said.differHint };
  }

  template() {
    return html`<fieldset class="phrase">
      <legend class="field__label">${this.label}</legend>
      ${this.#own ? this.#ownFields() : this.#offer()}
      <problem-note .shown=${this.problem}></problem-note>
    </fieldset>`;
  }

  #offer() {
    return html`
      <p class="phrase__words" aria-live="polite">${this.#offered}</p>
      <p class="field__hint">${said.phraseHint}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => this.tell("phrase:wanted")}>${said.another}</button>
        <button type="button" class="button button--text" @click=${() => this.#choose(true)}>${said.ownWords}</button>
      </div>
      ${this.#offered ? this.#writtenBox() : nothing}`;
  }

  /** The box comes with the words: one ticked before them would be emptied when they arrive. */
  #writtenBox() {
    return html`<label class="choice"><input type="checkbox" .checked=${this.#written} @change=${this.#tick}> <span>${said.writtenDown}</span></label>`;
  }

  #ownFields() {
    const kind = this.#shown ? "text" : "password";
    const level = this.#level();
    return html`
      <label class="field"><span class="said">${said.own}</span>
        <input class="input" name="own" type=${kind} autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="own-strength own-hint" @input=${this.#typing}>
      </label>
      <div class="row row--apart">
        <span class="phrase__strength">
          <meter class="phrase__meter" min="0" max="4" low="2" high="3" optimum="4" aria-label=${said.strength} .value=${this.#typed ? level + 1 : 0}></meter>
          <output id="own-strength" class="small">${this.#typed ? said.strengthWords[level] : ""}</output>
        </span>
        <label class="choice small"><input type="checkbox" .checked=${this.#shown} @change=${this.#show}> <span>${said.show}</span></label>
      </div>
      <p class="field__hint" id="own-hint">${(this.#typed && this.#judged?.advice) || said.ownHint}</p>
      <label class="field"><span class="field__label">${said.ownAgain}</span>
        <input class="input" name="again" type=${kind} autocomplete="off" autocapitalize="off" spellcheck="false" @input=${this.#typingAgain}>
      </label>
      <div><button type="button" class="button button--text button--flush" @click=${() => this.#choose(false)}>${said.readyMade}</button></div>`;
  }

  #level() {
    if (this.#judged?.strong) return 3;
    const guesses = this.#judged?.guessesLog10 ?? 0;
    return guesses > 9 ? 2 : guesses > 6 ? 1 : 0;
  }

  /** @param {boolean} own */
  #choose(own) {
    this.#own = own;
    this.problem = null;
    this.#typed = this.#again = "";
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector("input, button"))?.focus();
  }

  #tick = (/** @type {Event} */ event) => {
    this.#written = /** @type {HTMLInputElement} */ (event.target).checked;
    this.problem = null;
    this.update();
  };

  #show = (/** @type {Event} */ event) => {
    this.#shown = /** @type {HTMLInputElement} */ (event.target).checked;
    this.update();
  };

  #typing = (/** @type {Event} */ event) => {
    this.#typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.tell("phrase:typed", { phrase: this.#typed, coachName: this.coachName });
    this.update();
  };

  #typingAgain = (/** @type {Event} */ event) => {
    this.#again = /** @type {HTMLInputElement} */ (event.target).value;
  };
}
