import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";

/** Tabs with one stop in the tab order: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export class TabList extends View {
  /** @type {[string, string][]} key and word */
  #tabs = [];
  #current = "";
  label = "";

  /** @param {Record<string, string>} tabs */
  set tabs(tabs) {
    this.#tabs = Object.entries(tabs);
    this.update();
  }

  /** @param {string} key */
  set current(key) {
    this.#current = key;
    this.update();
  }

  template() {
    return html`<div class="tabs" role="tablist" aria-label=${this.label} @keydown=${this.#walk}>
      ${this.#tabs.map(([key, word]) => html`<button type="button" class="tabs__tab" role="tab" id=${`tab-${key}`} aria-controls="tab-panel"
        aria-selected=${key === this.#current ? "true" : "false"} tabindex=${key === this.#current ? 0 : -1} @click=${() => this.#choose(key)}>${word}</button>`)}
    </div>`;
  }

  /** @param {string} key */
  #choose(key) {
    this.#current = key;
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector(`#tab-${key}`))?.focus();
    this.tell("tab:chosen", { key });
  }

  #walk = (/** @type {KeyboardEvent} */ event) => {
    const at = this.#tabs.findIndex(([key]) => key === this.#current);
    const forward = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const last = this.#tabs.length - 1;
    const next = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(this.#tabs[(next + last + 1) % (last + 1)][0]);
  };
}
