import { PERCENTS, zoomOf } from "../../lib/paper-zoom.js";
import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { papers } from "../../words/en/papers.js";

const said = papers.zoom;

/** How large the pages are shown. Raises `zoom:chosen` with a size, `zoom:stepped` with 1 or -1. */
export class PaperZoom extends View {
  /** @type {import("../../lib/paper-zoom.js").Zoom} */
  #zoom = "width";

  /** @param {import("../../lib/paper-zoom.js").Zoom} zoom */
  set zoom(zoom) {
    this.#zoom = zoom;
    this.update();
  }

  template() {
    const option = (/** @type {string | number} */ value, /** @type {string} */ word) => html`<option value=${value} .selected=${value === this.#zoom}>${word}</option>`;
    return html`<div class="paper__zoom" role="group" aria-label=${said.label}>
      <button type="button" class="button paper__sign" aria-label=${said.smaller} aria-keyshortcuts="Control+- Meta+-" ?disabled=${this.#zoom === PERCENTS[0]} @click=${() => this.tell("zoom:stepped", -1)}>−</button>
      <select class="input" aria-label=${said.label} @change=${this.#choose}>
        ${option("width", said.width)}${option("page", said.page)}${PERCENTS.map((size) => option(size, said.percent(size)))}</select>
      <button type="button" class="button paper__sign" aria-label=${said.larger} aria-keyshortcuts="Control++ Meta++" ?disabled=${this.#zoom === PERCENTS.at(-1)} @click=${() => this.tell("zoom:stepped", 1)}>+</button>
    </div>`;
  }

  #choose = (/** @type {Event} */ event) => this.tell("zoom:chosen", zoomOf(/** @type {HTMLSelectElement} */ (event.target).value));
}
