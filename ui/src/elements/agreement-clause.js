import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.agreement.clause;

/** One numbered clause on the sheet, its gaps in place; its words can be edited in this agreement's own copy. */
export class AgreementClause extends View {
  /** @type {any} */
  #clause = null;
  #editing = false;
  number = 0;
  frozen = false;

  /** @param {any} clause */
  set clause(clause) {
    this.#clause = clause;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("clause:written", () => this.#edit(false));
    this.addEventListener("clause:left", () => this.#edit(false));
  }

  template() {
    const { key, heading, body } = this.#clause;
    if (this.#editing) return html`<clause-form .key=${key} .heading=${heading} .body=${body}></clause-form>`;
    return html`<section class="clause" aria-label=${`${this.number}. ${heading}`}>
      <h3 class="clause__head"><span class="clause__number">${this.number}.</span> <span dir="auto">${heading}</span></h3>
      ${this.#words()}
      ${this.frozen ? nothing : html`<button type="button" class="clause__edit button button--text" aria-label=${said.editOf(heading)} @click=${() => this.#edit(true)}>${said.edit}</button>`}
    </section>`;
  }

  #words() {
    const { key, columns, parts } = this.#clause;
    if (columns) {
      const list = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
        html`<div><p class="small muted">${title}</p><ul class="clause__list">${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul></div>`;
      return html`<div class="clause__columns">${list(said.does, columns.does)}${list(said.doesNot, columns.doesNot)}</div>`;
    }
    return html`<p class="clause__words" dir="auto">${parts.map((/** @type {any} */ part) => part.type === "gap" ? this.#gap(part) : part.text)}</p>
      ${key === "signatures" ? html`<div class="clause__sign" aria-hidden="true">${[1, 2].map(() => html`<div><span>${said.signPlace}</span><span>${said.signName}</span></div>`)}</div>` : nothing}`;
  }

  /** @param {any} gap */
  #gap(gap) {
    if (!this.frozen) return html`<gap-field .gap=${gap}></gap-field>`;
    return gap.value ? html`<span dir="auto">${gap.value}</span>` : html`<span class="gap__rule"><span class="said">${gap.label}</span></span>`;
  }

  /** @param {boolean} editing */
  #edit(editing) {
    this.#editing = editing;
    this.drawNow();
    queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector(editing ? "textarea" : ".clause__edit"))?.focus());
  }
}
