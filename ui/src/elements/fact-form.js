import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/**
 * @typedef {object} Fact
 * @property {string} name
 * @property {string} label
 * @property {"text" | "email" | "tel" | "url" | "date" | "number" | "long" | "choice" | "check"} [kind]
 * @property {Record<string, string>} [choices]
 * @property {boolean} [wide]
 */

/** A form over plain facts. Empty fields are null, numbers are numbers; says `facts:saved` with all of them. */
export class FactForm extends View {
  /** @type {Fact[]} */
  #facts = [];
  /** @type {Record<string, any>} */
  #values = {};
  saveWord = words.common.save;
  leavable = true;
  primary = true;

  /** @param {Fact[]} facts */
  set facts(facts) {
    this.#facts = facts;
    this.update();
  }

  /** @param {Record<string, any>} values */
  set values(values) {
    this.#values = values;
    this.update();
  }

  template() {
    return html`<form class="stack" novalidate @submit=${this.#submit} @keydown=${this.#key}>
      <div class="fields">${this.#facts.map(this.#field)}</div>
      <div class="row">
        <button class="button ${this.primary && this.leavable ? "button--primary" : ""}">${this.saveWord}</button>
        ${this.leavable ? html`<button type="button" class="button button--text" @click=${this.#leave}>${words.common.leave}</button>` : nothing}
      </div>
    </form>`;
  }

  #field = (/** @type {Fact} */ fact) => {
    const { name, label, kind = "text", wide } = fact;
    if (kind === "check") {
      return html`<label class="choice field--check"><input type="checkbox" name=${name} .checked=${this.#values[name] === true}><span>${label}</span></label>`;
    }
    return html`<label class="field ${wide || kind === "long" ? "field--wide" : ""}"><span class="field__label">${label}</span>
      ${this.#control(fact, kind, this.#values[name] ?? "")}</label>`;
  };

  /** @param {Fact} fact @param {string} kind @param {any} value */
  #control({ name, choices = {} }, kind, value) {
    if (kind === "long") return html`<textarea class="input" name=${name} dir="auto" rows="3" .value=${String(value)}></textarea>`;
    if (kind === "choice") {
      return html`<select class="input" name=${name}>
        ${Object.entries(choices).map(([key, word]) => html`<option value=${key} ?selected=${key === String(value)}>${word}</option>`)}
      </select>`;
    }
    const short = kind === "date" || kind === "number";
    return html`<input class="input ${short ? "input--short" : ""}" name=${name} type=${kind} dir=${short ? nothing : "auto"} autocomplete="off"
      min=${kind === "number" ? 0 : nothing} .value=${String(value)}>`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.tell("facts:saved", this.read());
  };

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && this.leavable) this.#leave();
  };

  #leave = () => this.tell("facts:left");

  /** Keeps what was changed, before the window goes. */
  sendIfChanged() {
    const typed = this.read();
    if (this.#facts.some(({ name }) => (typed[name] ?? "") !== (this.#values[name] ?? ""))) this.tell("facts:saved", typed);
  }

  /** What stands in the form. @returns {Record<string, any>} */
  read() {
    const typed = { ...this.#values };
    for (const { name, kind } of this.#facts) {
      const field = /** @type {HTMLInputElement} */ (this.querySelector(`[name="${name}"]`));
      if (kind === "check") {
        typed[name] = field.checked;
        continue;
      }
      const text = field.value.trim();
      typed[name] = text === "" ? null : kind === "number" ? Number(text) : text;
    }
    return typed;
  }
}
