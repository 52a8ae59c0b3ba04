import { changePhrase, judgePhrase, suggestPhrase } from "../ipc/book.js";
import { restAfter } from "../lib/rest.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.changePhrase;

/** Other words for the lock: the present ones first, then the new ones. Says which safety copies they reach. */
export class ChangePhrasePage extends View {
  #phrase = "";
  /** @type {any} */
  #judged = null;
  #rest = 0;
  /** @type {import("../../types/wire/PhraseChanged.ts").PhraseChanged | null} */
  #changed = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("phrase:wanted", () => void this.#suggest());
    this.addEventListener("phrase:typed", (event) => void this.#judge(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("rest:over", () => this.#rests(0));
    void this.#suggest();
  }

  template() {
    return html`<div class="start">${this.#changed ? this.#done(this.#changed) : this.#form()}</div>`;
  }

  #form() {
    return html`<form class="start__form" novalidate @submit=${this.#change}>
      <div>
        <h1 class="start__head" tabindex="-1">${said.title}</h1>
        <p class="muted">${said.why}</p>
      </div>
      <label class="field"><span class="field__label">${said.present}</span>
        <input class="input input--large" name="present" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus></label>
      <phrase-choice .label=${said.fresh} .phrase=${this.#phrase} .judged=${this.#judged}></phrase-choice>
      <problem-note .shown=${this.problem}></problem-note>
      <lock-rest .seconds=${this.#rest}></lock-rest>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      <div class="row"><button class="button button--primary" ?disabled=${this.#rest > 0}>${said.change}</button>
        <a class="button button--text" href="#/settings/lock">${words.common.back}</a></div>
    </form>`;
  }

  /** @param {import("../../types/wire/PhraseChanged.ts").PhraseChanged} changed */
  #done({ reached, left, away }) {
    return html`<div class="start__form">
      <div><h1 class="start__head" tabindex="-1">${said.done}</h1>
        <p role="status">${said.doneHint}</p></div>
      ${reached ? html`<p>${said.reached(reached)}</p>` : nothing}
      ${left.length ? html`<div><p>${said.left}</p>
        <ul class="start__list">${left.map(({ fileName, why }) => html`<li><span dir="auto">${fileName}</span> <span class="muted">${why}</span></li>`)}</ul></div>` : nothing}
      ${away == null ? nothing : html`<p class="start__path">${said.away(away)}</p>`}
      <p class="muted">${said.elsewhere}</p>
      <div class="row"><a class="button button--primary" href="#/settings/lock">${said.toSettings}</a></div>
    </div>`;
  }

  async #suggest() {
    const offered = await this.attempt(() => suggestPhrase());
    if (offered) this.#phrase = offered.phrase;
    this.update();
  }

  /** @param {{phrase: string}} typed */
  async #judge({ phrase }) {
    this.#judged = phrase ? ((await this.attempt(() => judgePhrase(phrase, ""))) ?? null) : null;
    this.update();
  }

  /** @param {number} seconds */
  #rests(seconds) {
    this.#rest = seconds;
    this.update();
  }

  #change = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=present]"));
    const present = field.value;
    this.problem = present.trim() ? null : { message: words.book.locked.empty, hint: said.presentHint };
    this.update();
    if (this.problem) return field.focus();
    const phrase = /** @type {import("../elements/phrase-choice.js").PhraseChoice} */ (this.querySelector("phrase-choice")).choice();
    if (!phrase) return;
    this.#changed = (await this.attempt(() => changePhrase(present, phrase), said.changing)) ?? null;
    this.#rests(await restAfter(this.problem));
    this.drawNow();
    if (this.#changed) /** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
    else field.focus();
  };
}
