import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { questions } from "../words/en/questions.js";

const said = questions.settings;

/** How questions and models behave in this book. Raises `questions:set` with all settings, and `phase:named`. */
export class QuestionSettings extends View {
  /** @type {import("../../types/wire/QuestionBank.js").QuestionBank | null} */
  bank = null;

  template() {
    if (!this.bank) return nothing;
    const { models, settings } = this.bank;
    const model = models.find(({ key }) => key === settings.defaultModel) ?? models[0];
    return html`<div class="fields">
        <label class="field"><span class="field__label">${said.model}</span>
          <select class="input input--short" name="defaultModel" aria-describedby="model-hint" @change=${(/** @type {any} */ event) => this.#set({ defaultModel: event.target.value })}>
            ${models.map(({ key, name }) => html`<option value=${key} ?selected=${key === model?.key}>${name}</option>`)}</select>
          <span class="field__hint" id="model-hint">${said.modelHint}</span></label>
        <fieldset class="field field--wide labels"><legend class="field__label">${said.labels}</legend>
          <div class="labels__row">${(model?.phases ?? []).map(({ key, label }) => html`<label class="labels__one"><span class="tag" aria-hidden="true">${key}</span>
            <input class="input" aria-label=${said.labelOf(key)} dir="auto" maxlength="40" autocomplete="off" .value=${label} @change=${(/** @type {any} */ event) => this.#name(key, event.target, label)}></label>`)}</div>
          <span class="field__hint">${said.labelsHint}</span></fieldset>
        ${this.#switch("columnClosed", said.column, said.columnHint, !settings.columnClosed, (on) => ({ columnClosed: !on }))}
        ${this.#switch("logUses", said.log, said.logHint, settings.logUses, (on) => ({ logUses: on }))}
      </div>`;
  }

  /** @param {string} name @param {string} label @param {string} hint @param {boolean} on @param {(on: boolean) => any} change */
  #switch(name, label, hint, on, change) {
    return html`<div class="field field--wide"><label class="choice"><input type="checkbox" name=${name} aria-describedby=${`${name}-hint`} .checked=${on}
        @change=${(/** @type {any} */ event) => this.#set(change(event.target.checked))}><span>${label}</span></label>
      <span class="field__hint labels__under" id=${`${name}-hint`}>${hint}</span></div>`;
  }

  /** @param {any} change */
  #set(change) {
    this.tell("questions:set", { ...this.bank?.settings, ...change });
  }

  /** @param {string} phase @param {HTMLInputElement} field @param {string} known the word as it was */
  #name(phase, field, known) {
    const label = field.value;
    if (!label.trim()) field.value = known;
    const { models, settings } = /** @type {any} */ (this.bank);
    this.tell("phase:named", { model: settings.defaultModel ?? models[0].key, phase, label: label.trim() || null });
  }
}
