import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const SHOWN_FOR = 10_000;

/** The line at the foot of the window. It stays while it has the focus or the pointer. */
export class AppNotice extends View {
  /** @type {{message: string, hint?: string|null, undo?: () => unknown} | null} */
  #notice = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #hear = (/** @type {Event} */ event) => this.#show(/** @type {CustomEvent} */ (event).detail);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("notice:shown", this.#hear);
    document.addEventListener("notice:gone", this.#hide);
    this.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.addEventListener("pointerleave", () => this.#count());
    this.addEventListener("focusin", () => clearTimeout(this.#timer));
    this.addEventListener("focusout", () => this.#count());
  }

  disconnectedCallback() {
    document.removeEventListener("notice:shown", this.#hear);
    document.removeEventListener("notice:gone", this.#hide);
    clearTimeout(this.#timer);
  }

  template() {
    const notice = this.#notice;
    return html`<output role="status">${notice
      ? html`<span class="notice notice--calm"><span>${notice.message} ${notice.hint ?? nothing}</span>
          ${notice.undo ? html`<button type="button" class="button" @click=${this.#undo}>${words.common.undo}</button>` : nothing}
          <button type="button" class="button button--text" @click=${this.#hide}>${words.common.close}</button></span>`
      : nothing}</output>`;
  }

  /** @param {any} notice */
  #show(notice) {
    this.#notice = notice;
    this.update();
    this.#count();
  }

  #count() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#hide, SHOWN_FOR);
  }

  #hide = () => {
    this.#notice = null;
    this.update();
  };

  #undo = () => {
    const undo = this.#notice?.undo;
    this.#hide();
    void undo?.();
  };
}
