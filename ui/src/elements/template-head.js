import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { templates as said } from "../words/en/templates.js";

/** What a template is for, its name and its language. Raises `template:named` and `template:spoken` with what was chosen. */
export class TemplateHead extends View {
  /** @type {import("../../types/wire/TemplateSheet.ts").TemplateSheet | null} */
  #sheet = null;

  /** @param {import("../../types/wire/TemplateSheet.ts").TemplateSheet} sheet */
  set sheet(sheet) {
    this.#sheet = sheet;
    this.update();
  }

  template() {
    if (!this.#sheet) return nothing;
    const { name, language, languages } = this.#sheet;
    return html`<div class="fields template__fields">
      <label class="field"><span class="field__label">${said.name}</span>
        <input class="input" name="name" dir="auto" autocomplete="off" maxlength="120" .value=${name} @input=${(/** @type {any} */ event) => this.tell("template:named", event.target.value)}></label>
      <label class="field"><span class="field__label">${said.language}</span>
        <select class="input" name="language" @change=${(/** @type {any} */ event) => this.tell("template:spoken", event.target.value)}>
          ${languages.map((tag) => html`<option value=${tag} ?selected=${tag === language}>${said.languages[tag] ?? tag}</option>`)}</select></label>
    </div>`;
  }
}
