import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { common } from "../words/en/common.js";
import { templates } from "../words/en/templates.js";

const said = templates.versions;

/** An earlier version, to be looked at. Raises `version:brought` with its number when it is wanted back. */
export class TemplateEarlier extends View {
  #number = 0;
  /** @type {import("../../types/wire/TemplatePart.ts").TemplatePart[]} */
  #parts = [];

  /** @param {number} number @param {import("../../types/wire/TemplatePart.ts").TemplatePart[]} parts */
  show(number, parts) {
    this.#number = number;
    this.#parts = parts;
    this.drawNow();
    this.querySelector("dialog")?.showModal();
  }

  template() {
    if (!this.#number) return nothing;
    const shown = this.#parts.filter(({ included }) => included);
    return html`<dialog class="dialog template__earlier" aria-label=${said.one(this.#number)} @close=${this.#left}>
      <div class="template__earlier-head"><h2>${said.one(this.#number)}</h2>
        <button type="button" class="button button--primary" @click=${this.#bring}>${said.bring}</button>
        <button type="button" class="button button--text" @click=${() => this.querySelector("dialog")?.close()}>${common.close}</button>
        <span class="field__hint">${said.bringHint}</span></div>
      <template-filled .parts=${shown.map(({ key, heading, body }) => ({ key, heading, pieces: [{ type: "text", text: body }] }))}></template-filled></dialog>`;
  }

  #bring = () => {
    const number = this.#number;
    this.querySelector("dialog")?.close();
    this.tell("version:brought", number);
  };

  #left = () => {
    this.#number = 0;
    this.update();
  };
}
