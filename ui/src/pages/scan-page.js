import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** One scan on a page of its own. */
export class ScanPage extends View {
  #scanId = 0;
  #name = "";

  /** @param {any} route */
  set route({ scanId }) {
    this.#scanId = scanId;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("scan:opened", (event) => {
      this.#name = /** @type {CustomEvent} */ (event).detail.name;
      this.update();
    });
  }

  template() {
    return html`<div class="page">
      <button type="button" class="button button--text button--flush" @click=${() => history.back()}>${words.common.back}</button>
      <div class="page__head"><h1 tabindex="-1" dir="auto">${this.#name || words.scans.scan}</h1></div>
      <scan-view .scanId=${this.#scanId}></scan-view>
    </div>`;
  }
}
