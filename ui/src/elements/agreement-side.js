import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { dayInWords } from "../lib/dates.js";
import { words } from "../words/en.js";

const said = words.agreement.side;

/** Beside the sheet: what is still open, which clauses are in it and in which order, and its versions. */
export class AgreementSide extends View {
  /** @type {any} */
  #sheet = null;
  #moved = "";
  /** Beside the sheet the clauses stand open; above it they wait behind their word. */
  #roomy = innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16") > 64;

  /** @param {any} sheet */
  set sheet(sheet) {
    this.#sheet = sheet;
    this.update();
  }

  template() {
    const { status, missing, clauses, versions } = this.#sheet;
    return html`
      ${status === "draft" ? html`
        <section aria-labelledby="side-missing"><h2 id="side-missing">${said.missing}</h2>
          <div aria-live="polite">${missing.length
            ? html`<ul class="side__missing">${missing.map((/** @type {any} */ { key, label }) => html`<li>
                <button type="button" class="button button--text button--flush" @click=${() => this.tell("gap:wanted", { key })}>${label}</button></li>`)}</ul>`
            : html`<p class="muted small">${said.none}</p>`}</div></section>
        <details class="side__clauses" ?open=${this.#roomy}><summary><h2>${said.clauses}</h2></summary>
          <p class="field__hint">${said.keys}</p>
          <ol class="side__order">${repeat(clauses, ({ key }) => key, this.#clause)}</ol>
          <output class="said">${this.#moved}</output>
          <button type="button" class="button button--text button--flush" @click=${() => this.tell("clause:wanted")}>${said.add}</button>
        </details>` : nothing}
      ${versions.length > 1 ? html`<section aria-labelledby="side-versions"><h2 id="side-versions">${said.versions}</h2>
        <ul class="side__versions">${versions.map((/** @type {any} */ one) => html`<li class="small">
          ${words.agreement.version(one.versionNo)} <span class="muted">${/** @type {Record<string, string>} */ (words.agreement.status)[one.status]}${one.signedOn ? ` · ${dayInWords(one.signedOn)}` : ""}</span>
          ${one.status === "draft" ? nothing : html`<a href=${`#/paper/agreement/${one.versionId}`}>${words.agreement.preview}<span class="said"> ${words.agreement.version(one.versionNo)}</span></a>`}</li>`)}</ul></section>` : nothing}`;
  }

  #clause = (/** @type {any} */ { key, heading, included, required }, /** @type {number} */ place) => html`<li class="side__clause" @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, key, place)}>
    <label class="choice small"><input type="checkbox" .checked=${included} ?disabled=${required} aria-label=${said.include(heading)}
      @change=${(/** @type {Event} */ event) => this.tell("clause:included", { key, included: /** @type {HTMLInputElement} */ (event.target).checked })}>
      <span class=${included ? "" : "muted"} dir="auto">${heading}</span></label>
    <span class="side__moves">
      <button type="button" class="button button--text" data-way="up" ?disabled=${place === 0} aria-label=${said.upOf(heading)} @click=${() => this.#move(key, place, -1)}>↑</button>
      <button type="button" class="button button--text" data-way="down" ?disabled=${place === this.#sheet.clauses.length - 1} aria-label=${said.downOf(heading)} @click=${() => this.#move(key, place, 1)}>↓</button>
    </span></li>`;

  /** @param {KeyboardEvent} event @param {string} key @param {number} place */
  #key(event, key, place) {
    if (!event.ctrlKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    this.#move(key, place, event.key === "ArrowUp" ? -1 : 1);
  }

  /** @param {string} key @param {number} place @param {number} by */
  #move(key, place, by) {
    const to = place + by;
    if (to < 0 || to >= this.#sheet.clauses.length) return;
    this.#moved = said.moved(this.#sheet.clauses[place].heading, to + 1);
    this.tell("clause:moved", { key, to });
  }
}
