import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** Whether what was typed is kept: a still word, which changes only when something is wrong. */
export class SaveStatus extends View {
  /** @type {"saved" | "late" | "failed"} */
  #state = "saved";
  #since = "";

  get state() {
    return this.#state;
  }

  set state(state) {
    this.#state = state;
    this.update();
  }

  /** @param {string} since the time of day in words */
  set since(since) {
    this.#since = since;
    this.update();
  }

  template() {
    if (this.#state !== "failed") return html`<output>${words.common[this.#state]}</output>`;
    return html`<output role="alert" class="save-status__problem">${words.common.notSaved(this.#since)}</output>
      <button type="button" class="button button--text" @click=${() => this.tell("save:retry")}>${words.common.tryAgain}</button>
      <button type="button" class="button button--text" @click=${() => this.tell("save:copy")}>${words.common.copyText}</button>`;
  }
}
