import { findByWords } from "../lib/marks.js";
import { keyInFound } from "../lib/found-list.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { templates } from "../words/en/templates.js";

const said = templates.picker;

/**
 * Fields to put into a text, found by a few letters: Enter puts one in, Esc leaves. Raises `field:picked` with the key,
 * or `picker:left`.
 */
export class FieldPicker extends View {
  /** @type {import("../../types/wire/TemplateField.ts").TemplateField[]} */
  fields = [];
  /** Tells one picker's ids from another's. */
  name = "";
  /** Which part it belongs to. */
  label = "";
  #open = false;
  #typed = "";
  #at = 0;

  template() {
    return html`<button type="button" class="button button--text picker__open" aria-haspopup="listbox" aria-expanded=${String(this.#open)}
        aria-label=${said.openIn(this.label)} @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${this.take}>${said.open}</button>
      ${this.#open ? this.#panel() : nothing}`;
  }

  #panel() {
    const found = this.#found();
    const list = `fields-${this.name}`;
    return html`<div class="picker menu" @focusout=${this.#left}>
      <input class="input" role="combobox" aria-label=${said.find} placeholder=${said.find} autocomplete="off" dir="auto" aria-expanded="true"
        aria-controls=${list} aria-activedescendant=${found.length ? `${list}-${this.#at}` : nothing}
        .value=${this.#typed} @input=${this.#look} @keydown=${this.#pressed}>
      <ul class="picker__list" id=${list} role="listbox" aria-label=${said.list}>
        ${found.map((field, at) => html`<li id=${`${list}-${at}`} class="pick__entry picker__entry" role="option" aria-selected=${at === this.#at ? "true" : "false"}
          @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#choose(field)}>
          <span>${field.label}</span><span class="tiny muted">${said.sources[field.source] ?? ""}</span></li>`)}
      </ul>
      ${found.length ? nothing : html`<output class="muted small picker__none">${said.none}</output>`}</div>`;
  }

  take = () => {
    this.#open = true;
    this.#typed = "";
    this.#at = 0;
    this.drawNow();
    this.querySelector("input")?.focus();
    this.querySelector(".picker")?.scrollIntoView?.({ block: "nearest" });
  };

  drawn() {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest" });
  }

  /** By its name on screen, or by its key. */
  #found() {
    return findByWords(this.fields, this.#typed, ({ label, key }) => `${label} ${key.replaceAll("_", " ")}`);
  }

  #look = (/** @type {any} */ event) => {
    this.#typed = event.target.value;
    this.#at = 0;
    this.update();
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const pressed = keyInFound(event, this.#found(), this.#at);
    if (pressed) {
      this.#at = pressed.at;
      if (pressed.chosen) this.#choose(pressed.chosen);
      else this.update();
    } else if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      this.#close();
      this.tell("picker:left");
    } else return;
    event.preventDefault();
  };

  /** @param {{key: string}} field */
  #choose({ key }) {
    this.#close();
    this.tell("field:picked", { key });
  }

  #left = (/** @type {FocusEvent} */ event) => {
    if (this.#open && document.hasFocus() && !this.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#close();
  };

  #close() {
    this.#open = false;
    this.drawNow();
  }
}
