import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/** What went wrong and what to do about it, in place. */
export class ProblemNote extends View {
  /** @type {import("../lib/view.js").Problem | null} */
  #problem = null;

  get shown() {
    return this.#problem;
  }

  /** @param {import("../lib/view.js").Problem | null} problem */
  set shown(problem) {
    this.#problem = problem;
    this.update();
  }

  template() {
    const problem = this.#problem;
    return html`<output role="alert">${problem
      ? html`<span class="notice"><span><strong>${problem.message}</strong>
          ${problem.hint ? html`<span class="notice__hint">${problem.hint}</span>` : nothing}</span></span>`
      : nothing}</output>`;
  }
}
