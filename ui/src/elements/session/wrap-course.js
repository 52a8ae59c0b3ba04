import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course as words } from "../../words/en/course.js";
import { session as sessionWords } from "../../words/en/session.js";

/** In wrap-up: when the session ended, its minutes, gaps to count, and whose it is. Raises `ended:set`, and what its parts raise. */
export class WrapCourse extends View {
  /** @type {any} */
  frame = null;
  #choosing = false;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("panel:left", this.#left);
  }

  template() {
    const { session, course } = this.frame ?? {};
    if (!course) return nothing;
    return html`<div class="row wcourse">
      ${course.heldUntil ? html`<label class="wcourse__until"><span>${words.until}</span><span class="said"> ${words.untilTime}</span>
        <input class="input wrap__held" type="time" name="held-until" .value=${course.heldUntil} @change=${this.#ended}></label>` : nothing}
      ${course.endAssumed ? html`<span class="muted small">${words.untilAssumed}</span><button type="button" class="button button--text" @click=${this.#right}>${words.before.right}</button>` : nothing}
      ${!session.minutes ? nothing : html`<span class="muted small">${sessionWords.wrapUp.minutes(session.minutes)}</span>`}
      <gap-asks .gaps=${course.gaps}></gap-asks>
      <button type="button" class="button button--text wcourse__belongs" aria-expanded=${this.#choosing ? "true" : "false"} @click=${this.#turn}>${words.belongs.title}</button>
    </div>
    ${this.#choosing ? html`<belongs-panel .frame=${this.frame}></belongs-panel>` : nothing}`;
  }

  drawn() {
    for (const part of this.querySelectorAll("gap-asks, belongs-panel")) /** @type {View} */ (part).update();
  }

  #turn = () => {
    this.#choosing = !this.#choosing;
    this.drawNow();
    if (this.#choosing) /** @type {any} */ (this.querySelector("belongs-panel"))?.take();
  };

  #left = (/** @type {Event} */ event) => {
    event.stopPropagation();
    this.#choosing = false;
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector(".wcourse__belongs"))?.focus();
  };

  #ended = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    if (value) this.tell("ended:set", { sessionId: this.frame.session.id, time: value });
  };

  #right = () => this.tell("ended:set", { sessionId: this.frame.session.id, time: this.frame.course.heldUntil });
}
