import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course } from "../../words/en/course.js";
import { session as words } from "../../words/en/session.js";

/** What is rarely needed while a session runs, behind ⋯. Raises `menu:chosen` with a name, and `held:changed`. */
export class SessionMenu extends View {
  /** @type {any} */
  frame = null;
  columnClosed = false;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#elsewhere);
    document.addEventListener("keydown", this.#escaped, true);
  }

  disconnectedCallback() {
    document.removeEventListener("pointerdown", this.#elsewhere);
    document.removeEventListener("keydown", this.#escaped, true);
  }

  template() {
    const session = this.frame?.session;
    if (!session) return nothing;
    const item = (/** @type {string} */ name, /** @type {string} */ word) =>
      html`<button type="button" class="more__item" @click=${() => this.#chose(name)}>${word}</button>`;
    return html`<details class="more" @focusout=${this.#left}>
      <summary class="bar__button more__open" role="button" aria-label=${words.bar.more}>⋯</summary>
      <div class="more__sheet">
        <div class="more__held" role="group" aria-label=${words.menu.heldOn}><div class="field__label">${words.menu.heldOn}</div>
          <label><span class="said">${words.menu.date}</span><input class="input" type="date" name="date" .value=${session.heldOn ?? ""} @change=${this.#held}></label>
          <label><span class="said">${words.menu.time}</span><input class="input" type="time" name="time" .value=${session.heldAt ?? ""} @change=${this.#held}></label>
        </div>
        ${item("pause", session.pausedSince ? words.menu.resume : words.menu.pause)}
        ${item("opening", words.menu.opening)}
        ${item("recording", words.menu.recording)}
        ${item("questions", words.questions.all)}
        ${item("column", this.columnClosed ? words.questions.showColumn : words.questions.hideColumn)}
        ${item("results", words.results.title)}
        ${item("skip", words.menu.skip)}
        ${item("belongs", course.belongs.title)}
        ${item("strip", words.menu.strip)}
        ${item("leave", words.menu.leave)}
        ${item("lock", words.menu.lock)}
        <p class="more__honest tiny muted">${this.frame.course?.staysOutOfSharing ? html`<strong>${words.menu.privateView}</strong> ${words.menu.privateHonest}` : course.seen}</p>
      </div>
    </details>`;
  }

  /** @param {string} name */
  #chose(name) {
    this.#shut();
    this.tell("menu:chosen", name);
  }

  #shut() {
    const details = this.querySelector("details");
    if (details) details.open = false;
  }

  #held = () => {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    if (value("date") && value("time")) this.tell("held:changed", { date: value("date"), time: value("time") });
  };

  #escaped = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") this.#shut();
  };

  #elsewhere = (/** @type {Event} */ event) => {
    if (!this.contains(/** @type {Node} */ (event.target))) this.#shut();
  };

  #left = (/** @type {FocusEvent} */ event) => {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to && !this.contains(to)) this.#shut();
  };
}
