import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";

/**
 * A field whose words are safe while they are typed (`field:draft`) and count when it is left or *Enter* is pressed
 * (`field:kept`, with `more` for Shift+Enter). With `adds` it empties itself for the next; an empty Enter is `field:on`.
 */
export class KeptField extends View {
  label = "";
  value = "";
  /** Name of the draft; none when nothing half-typed has to be kept. */
  editor = "";
  /** @type {string | null} half-typed words from before */
  draft = null;
  adds = false;
  lines = false;
  hidesLabel = false;
  hint = "";
  #known = "";
  #first = true;

  get field() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("input, textarea"));
  }

  template() {
    const id = `field-${(this.editor || this.label).replace(/[^\w-]+/gu, "-")}`;
    const common = { input: this.#typed, change: this.#left, key: this.#pressed };
    return html`<label class="field kept ${this.hidesLabel ? "kept--bare" : ""}"><span class="field__label ${this.hidesLabel ? "said" : ""}">${this.label}</span>
      ${this.lines
        ? html`<textarea class="input" id=${id} rows="2" dir="auto" placeholder=${this.hint || nothing} @input=${common.input} @change=${common.change} @keydown=${common.key}></textarea>`
        : html`<input class="input" id=${id} dir="auto" placeholder=${this.hint || nothing} autocomplete="off" @input=${common.input} @change=${common.change} @keydown=${common.key}>`}</label>`;
  }

  drawn() {
    const field = this.field;
    if (!field) return;
    const value = this.value ?? "";
    if (this.#first) field.value = this.draft ?? value;
    else if (value !== this.#known && document.activeElement !== field) field.value = value;
    this.#first = false;
    this.#known = value;
  }

  take() {
    if (!this.field) this.drawNow();
    this.field?.focus();
  }

  #typed = () => {
    if (this.editor) this.tell("field:draft", { editor: this.editor, text: this.field?.value ?? "" });
  };

  #left = (/** @type {Event} */ event) => {
    event.stopPropagation();
    this.#keep(false, false);
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") this.#keep(false, false);
    if (event.key !== "Enter" || event.repeat || event.ctrlKey || event.metaKey || (this.lines && event.shiftKey)) return;
    event.preventDefault();
    const text = this.field?.value.trim();
    if (this.adds && !text) this.tell("field:on");
    else this.#keep(true, event.shiftKey);
  };

  /** @param {boolean} entered @param {boolean} more */
  #keep(entered, more) {
    const text = this.field?.value.trim() ?? "";
    if (this.adds ? !text : text === (this.#known ?? "").trim()) {
      if (entered) this.tell("field:on");
      return;
    }
    this.#known = this.adds ? "" : text;
    if (!this.adds) this.value = text;
    if (this.adds && this.field) this.field.value = "";
    this.tell("field:kept", { editor: this.editor, text, more, entered });
  }
}
