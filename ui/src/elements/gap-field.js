import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.agreement.gap;

/** @typedef {{key: string, label: string, placeholder: string, value: string|null, line: boolean, source: string}} Gap */

/**
 * A gap in the agreement: a word to press, an input in its place when open. Enter keeps and goes on, Esc leaves.
 * Says `gap:filled`, `gap:lined` and `gap:emptied`; `next` is true when the caret should go on.
 */
export class GapField extends View {
  /** @type {Gap} */
  #gap = { key: "", label: "", placeholder: "", value: null, line: false, source: "typed" };
  #open = false;

  /** @param {Gap} gap */
  set gap(gap) {
    this.#gap = gap;
    this.dataset.key = gap.key;
    this.update();
  }

  get gap() {
    return this.#gap;
  }

  get isEmpty() {
    return !this.#gap.value && !this.#gap.line;
  }

  /** Opens the gap with the caret in it. */
  fill() {
    this.#open = true;
    this.drawNow();
    const field = this.#field;
    field?.focus();
    field?.select();
    field?.scrollIntoView({ block: "nearest" });
  }

  /** Keeps what stands in an open gap, before the window goes. */
  sendIfChanged() {
    if (this.#open) this.#keep(false);
  }

  /** Puts the focus on the closed gap. */
  rest() {
    this.#open = false;
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector("button"))?.focus();
  }

  template() {
    return this.#open ? this.#input() : this.#word();
  }

  #word() {
    const { label, value, line } = this.#gap;
    const look = value ? "gap--filled" : line ? "gap--line" : "gap--empty";
    const name = value ? said.change(label, value) : line ? said.lineNamed(label) : said.empty(label);
    return html`<button type="button" class="gap ${look}" aria-label=${name} title=${line ? label : nothing} @click=${() => this.fill()}>${value
      ? html`<span dir="auto">${value}</span>`
      : line ? html`<span class="gap__rule"></span>` : said.fill(label)}</button>`;
  }

  #input() {
    const { key, label, placeholder, value, line, source } = this.#gap;
    return html`<span class="gap-open" @focusout=${this.#left}>
      <input class="gap-open__field" name="gap" dir="auto" autocomplete="off" aria-label=${label} aria-describedby=${`gap-help-${key}`} placeholder=${placeholder || label}
        size=${Math.min(40, Math.max(12, (value ?? placeholder ?? "").length + 2))} .value=${value ?? ""} @keydown=${this.#key}>
      <span class="gap-open__help tiny" id=${`gap-help-${key}`}>
        <strong>${label}</strong> ${source === "practice" ? html`<span class="muted">${value ? said.remembered : said.kept}</span>` : nothing}
        <span class="muted">${said.keys}</span>
        <span class="row">
          ${line ? nothing : html`<button type="button" class="button button--text" @click=${this.#asLine}>${said.line}</button>`}
          ${value || line ? html`<button type="button" class="button button--text" @click=${this.#empty}>${said.clear}</button>` : nothing}
        </span>
      </span></span>`;
  }

  get #field() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("[name=gap]"));
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.rest();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#keep(true);
    }
  };

  /** @param {boolean} next */
  #keep(next) {
    const value = this.#field?.value.trim() ?? "";
    const { key } = this.#gap;
    const changed = value !== (this.#gap.value ?? "");
    this.#open = false;
    this.update();
    if (changed && !value) this.tell("gap:emptied", { key, next });
    else if (changed) this.tell("gap:filled", { key, value, next });
    else if (next) this.tell("gap:passed", { key, next });
  }

  #left = (/** @type {FocusEvent} */ event) => {
    if (!this.#open || this.contains(/** @type {Node | null} */ (event.relatedTarget)) || !document.hasFocus()) return;
    this.#keep(false);
  };

  #asLine = () => {
    this.#open = false;
    this.update();
    this.tell("gap:lined", { key: this.#gap.key, next: true });
  };

  #empty = () => {
    this.#open = false;
    this.update();
    this.tell("gap:emptied", { key: this.#gap.key, next: false, stay: true });
  };
}
