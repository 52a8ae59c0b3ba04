import { confirmRecovery, recoveryGroups } from "../ipc/book.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.recovery;

/** The recovery sheet: seen, printed, and two of its groups typed back from the paper. */
export class RecoveryPage extends View {
  #asked = { first: 1, second: 2 };
  #done = false;

  connectedCallback() {
    super.connectedCallback();
    void this.#ask();
  }

  template() {
    return html`<div class="page recovery">
      <div class="recovery__side">
        <h1 tabindex="-1">${said.title}</h1>
        ${this.#done ? this.#good() : this.#form()}
      </div>
      <paper-preview .paper=${{ kind: "recovery_sheet" }}></paper-preview>
    </div>`;
  }

  #good() {
    return html`<p role="status"><strong>${said.done}</strong> ${said.doneHint}</p>
      <div class="row"><a class="button button--primary" href="#/">${said.toToday}</a></div>`;
  }

  #form() {
    const { first, second } = this.#asked;
    return html`<p>${said.why}</p>
      <form class="stack" novalidate @submit=${this.#check}>
        <fieldset class="recovery__groups">
          <legend class="field__label">${said.two}</legend>
          ${[first, second].map((group) => html`<label class="field"><span class="field__label">${said.group(group)}</span>
            <input class="input recovery__group" name=${`group${group}`} autocomplete="off" autocapitalize="characters" spellcheck="false"></label>`)}
        </fieldset>
        <problem-note .shown=${this.problem}></problem-note>
        <waiting-note .sentence=${this.waitingFor}></waiting-note>
        <div class="row">
          <button class="button button--primary">${said.check}</button>
          <button type="button" class="button button--text" @click=${() => go("#/")}>${said.later}</button>
        </div>
      </form>`;
  }

  async #ask() {
    this.#asked = (await this.attempt(() => recoveryGroups())) ?? this.#asked;
    this.update();
  }

  #check = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const { first, second } = this.#asked;
    const typed = (/** @type {number} */ group) =>
      ({ group, text: /** @type {HTMLInputElement} */ (this.querySelector(`[name=group${group}]`)).value.trim() });
    if (!typed(first).text || !typed(second).text) {
      this.problem = { message: said.empty, hint: said.emptyHint };
      return this.update();
    }
    const good = await this.attempt(() => confirmRecovery(typed(first), typed(second)), said.checking);
    this.#done = !!good;
    this.update();
  };
}
