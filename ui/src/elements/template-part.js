import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { templates as said } from "../words/en/templates.js";
import { findingWords } from "../lib/template-check.js";

/**
 * One part of a template: its heading, if it is a clause, and its words, with what is wrong in them beside it.
 * Raises `part:written` with key, heading and body.
 */
export class TemplatePart extends View {
  /** @type {import("../../types/wire/TemplatePart.ts").TemplatePart} */
  content = { key: "", heading: "", body: "", included: true };
  /** Its number among the clauses; 0 where there are none. */
  number = 0;
  language = "en";
  /** @type {import("../../types/wire/TemplateField.ts").TemplateField[]} */
  fields = [];
  /** @type {import("../../types/wire/TemplateFinding.ts").TemplateFinding[]} */
  #findings = [];
  #first = true;

  /** @param {import("../../types/wire/TemplateFinding.ts").TemplateFinding[]} findings */
  set findings(findings) {
    this.#findings = findings;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("field:picked", (event) => this.#insert(`{${/** @type {CustomEvent} */ (event).detail.key}}`));
    this.addEventListener("picker:left", () => this.#words?.focus());
    window.addEventListener("resize", this.#fit);
  }

  disconnectedCallback() {
    window.removeEventListener("resize", this.#fit);
  }

  template() {
    const { key } = this.content;
    const clause = this.number > 0;
    const label = clause ? said.words(this.content.heading || String(this.number)) : (said.parts[key] ?? key);
    return html`<section class="part ${clause ? "part--clause" : ""}" aria-label=${clause ? nothing : label}>
      ${clause ? html`<span class="part__number" aria-hidden="true">${this.number}.</span>
        <input class="input part__heading" name="heading" aria-label=${said.headingOf(this.number)} placeholder=${said.heading} maxlength="120" autocomplete="off" dir="auto" lang=${this.language} @input=${this.#typed}>`
        : html`<span class="field__label" aria-hidden="true">${label}</span>`}
      ${key === "subject"
        ? html`<input class="input" name="body" aria-label=${label} autocomplete="off" dir="auto" lang=${this.language} @input=${this.#typed}>`
        : html`<textarea class="input part__words" name="body" aria-label=${label} rows=${clause ? 2 : 5} dir="auto" lang=${this.language} @input=${this.#typed}></textarea>`}
      ${this.#findings.length ? html`<ul class="part__findings">${this.#findings.map(this.#finding)}</ul>` : nothing}
      <field-picker .fields=${this.fields} .name=${key.replace(":", "-")} .label=${clause ? this.content.heading || String(this.number) : label}></field-picker>
    </section>`;
  }

  #finding = (/** @type {import("../../types/wire/TemplateFinding.ts").TemplateFinding} */ finding) => html`<li class="part__finding">
    <button type="button" class="button button--text part__fault" @click=${() => this.show(finding)}>${findingWords(finding, this.fields)}</button>
    ${finding.nearest ? html`<button type="button" class="button" @click=${() => this.#mend(finding)}>${said.check.mend(finding.nearest)}</button>` : nothing}</li>`;

  drawn() {
    /** @type {View | null} */ (this.querySelector("field-picker"))?.update();
    if (!this.#first || !this.#words) return;
    this.#first = false;
    this.#words.value = this.content.body;
    if (this.#heading) this.#heading.value = this.content.heading;
    this.#fit();
  }

  /** Puts the caret on what a finding is about. @param {{inHeading: boolean, from: number, to: number}} finding */
  show({ inHeading, from, to }) {
    this.drawNow();
    const field = inHeading ? this.#heading : this.#words;
    field?.focus();
    field?.setSelectionRange(from, to);
    field?.scrollIntoView?.({ block: "nearest" });
  }

  take() {
    this.drawNow();
    (this.#heading ?? this.#words)?.focus();
  }

  get #words() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector("[name=body]"));
  }

  get #heading() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("[name=heading]"));
  }

  /** @param {import("../../types/wire/TemplateFinding.ts").TemplateFinding} finding */
  #mend(finding) {
    this.show(finding);
    this.#insert(`{${finding.nearest}}`);
  }

  /** In the place of what is selected; the caret stands behind it. @param {string} words */
  #insert(words) {
    const field = this.#words;
    if (!field) return;
    const from = field.selectionStart ?? field.value.length;
    field.setRangeText(words, from, field.selectionEnd ?? from, "end");
    field.focus();
    field.setSelectionRange(from + words.length, from + words.length);
    this.#typed();
  }

  #typed = () => {
    this.#fit();
    const heading = this.#heading?.value ?? "";
    const body = this.#words?.value ?? "";
    this.content = { ...this.content, heading, body };
    this.tell("part:written", { key: this.content.key, heading, body });
  };

  /** As high as its words: nothing to scroll in a page that scrolls. */
  #fit = () => {
    const field = this.#words;
    if (!field || field.tagName !== "TEXTAREA") return;
    field.style.blockSize = "auto";
    if (field.scrollHeight) field.style.blockSize = `${field.scrollHeight + 2}px`;
  };
}
