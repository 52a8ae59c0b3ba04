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
  /** How many sign. */
  signers = 2;

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
      <h2 class="clause__head"><span class="clause__number">${this.number}.</span> <span dir="auto">${heading}</span></h2>
      ${this.#words()}
      ${this.frozen ? nothing : html`<button type="button" class="clause__edit button button--text" aria-label=${said.editOf(heading)} @click=${() => this.#edit(true)}>${said.edit}</button>`}
    </section>`;
  }

  #words() {
    const { key, columns, parts } = this.#clause;
    if (columns) {
      const list = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
        html`<div><p class="small muted">${title}</p><ul class="clause__list">${lines.map((line) => html`<li dir="auto">${weighted([{ type: "text", text: line }])}</li>`)}</ul></div>`;
      const [does, doesNot] = key === "sponsor_reporting" ? [said.receives, said.receivesNot] : [said.does, said.doesNot];
      return html`<div class="clause__columns">${list(does, columns.does)}${list(doesNot, columns.doesNot)}</div>`;
    }
    return html`<p class="clause__words" dir="auto">${weighted(parts, (gap) => this.#gap(gap))}</p>
      ${key === "signatures" ? html`<div class="clause__sign" aria-hidden="true">${Array.from({ length: this.signers }, () => html`<div><span>${said.signPlace}</span><span>${said.signName}</span></div>`)}</div>` : nothing}`;
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

/**
 * Words between two `**` as bold, the way they are printed; a run may have gaps in it, and a lone `**` stays as it is.
 * @param {any[]} parts @param {(gap: any) => unknown} [gapOf]
 */
export function weighted(parts, gapOf = () => nothing) {
  const marks = parts.reduce((sum, part) => sum + (part.type === "gap" ? 0 : part.text.split("**").length - 1), 0);
  let open = marks - (marks % 2);
  let bold = false;
  const shown = (/** @type {unknown} */ words) => (bold && words !== "" ? html`<strong>${words}</strong>` : words);
  return parts.map((part) => {
    if (part.type === "gap") return shown(gapOf(part));
    return part.text.split("**").map((/** @type {string} */ words, /** @type {number} */ at) => {
      if (!at) return shown(words);
      if (!open) return `**${words}`;
      open--;
      bold = !bold;
      return shown(words);
    });
  });
}
