import { matches } from "../../lib/filter.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course as words } from "../../words/en/course.js";

const said = words.belongs;
const MOST = 7;

/** @typedef {import("../../../types/wire/SessionHome.ts").SessionHome} Home */

/**
 * The client a session belongs to, by a few letters. Nobody is named before a letter is typed: somebody may sit beside her.
 * Raises `homes:wanted` with whom to tell, `session:belongs` with the choice, `panel:left`.
 */
export class BelongsPanel extends View {
  /** @type {any} */
  frame = null;
  /** @type {Home[]} */
  #homes = [];
  #letters = "";

  connectedCallback() {
    super.connectedCallback();
    this.tell("homes:wanted", (/** @type {Home[]} */ homes) => {
      this.#homes = homes;
      this.update();
    });
  }

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<section class="panel belongs" aria-labelledby="belongs-title">
      <div class="panel__head"><h2 id="belongs-title">${said.title}</h2>
        <button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${said.back}</button></div>
      ${frame.course?.mayChangeClient === false ? html`<p class="belongs__over">${said.dayOver}</p>` : this.#choice()}
    </section>`;
  }

  #choice() {
    const found = this.#found();
    return html`<p class="muted small" id="belongs-now">${said.now(this.frame.nameOnScreen)}</p>
      <label class="field"><span class="field__label">${said.find}</span>
        <input class="input" name="letters" autocomplete="off" spellcheck="false" dir="auto" aria-describedby="belongs-now" @input=${this.#typed} @keydown=${this.#pressed}></label>
      <output class="said">${this.#letters ? said.found(found.length) : ""}</output>
      ${this.#letters && !found.length ? html`<p class="muted small">${said.none}</p>` : nothing}
      <ul class="belongs__found">${found.slice(0, MOST).map((home) => html`<li>
        <button type="button" class="belongs__home" @click=${() => this.#choose(home)}><span dir="auto">${home.name}</span>${home.title ? html` <span class="muted" dir="auto">· ${home.title}</span>` : nothing}</button></li>`)}</ul>`;
  }

  #found() {
    if (!this.#letters.trim()) return [];
    const others = this.#homes.filter(({ engagementId }) => engagementId !== this.frame.session.engagementId);
    return others.filter(({ name, title }) => matches(this.#letters, name, title));
  }

  #typed = (/** @type {Event} */ event) => {
    this.#letters = /** @type {HTMLInputElement} */ (event.target).value;
    this.update();
  };

  /** Enter chooses when there is only one; down goes into the list. @param {KeyboardEvent} event */
  #pressed = (event) => {
    const found = this.#found();
    if (event.key === "Enter" && !event.isComposing && found.length === 1) this.#choose(found[0]);
    else if (event.key === "ArrowDown") /** @type {HTMLElement | null} */ (this.querySelector(".belongs__home"))?.focus();
    else return;
    event.preventDefault();
  };

  /** @param {Home} home */
  #choose(home) {
    this.tell("session:belongs", home);
    this.tell("panel:left");
  }

  take() {
    drawDeep(this);
    /** @type {HTMLElement | null} */ (this.querySelector("input") ?? this.querySelector("button"))?.focus();
  }
}
