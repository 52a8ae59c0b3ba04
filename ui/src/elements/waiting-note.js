import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";

/** A sentence saying what is happening. Never a spinner. */
export class WaitingNote extends View {
  #sentence = "";

  /** @param {string} sentence */
  set sentence(sentence) {
    this.#sentence = sentence;
    this.update();
  }

  template() {
    return html`<output class="muted">${this.#sentence}</output>`;
  }
}
