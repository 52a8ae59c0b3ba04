import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.settings.look;

/** The colour papers begin with. */
const GREEN = "#1e5b47";

/**
 * How her papers look. Raises `look:set` with the whole look, `size:set`, and `logo:wanted` or `logo:removed`.
 * The page that shows it puts the first page of a paper beside it.
 */
export class PaperLook extends View {
  /** @type {import("../../types/wire/Practice.ts").Practice | null} */
  practice = null;

  template() {
    if (!this.practice) return nothing;
    const { look, printedAccent, hasLogo, settings } = this.practice;
    return html`<div class="stack">
      <div><fieldset class="look__heads"><legend class="field__label">${said.head}</legend>
        ${Object.entries(said.heads).map(([key, word]) => html`<label class="choice"><input type="radio" name="head" value=${key} .checked=${look.head === key}
          @change=${() => this.#set({ head: key })}><span>${word}</span></label>`)}</fieldset></div>
      <div class="field"><label class="field__label" for="look-accent">${said.accent}</label>
        <span class="row"><input class="look__colour" type="color" id="look-accent" name="accent" aria-describedby="accent-hint" .value=${look.accent} @change=${(/** @type {any} */ event) => this.#set({ accent: event.target.value })}>
          ${look.accent === GREEN ? nothing : html`<button type="button" class="button button--text" @click=${() => this.#set({ accent: GREEN })}>${said.green}</button>`}</span>
        <span class="field__hint" id="accent-hint" role="status">${printedAccent === look.accent ? said.accentHint : said.darkened}</span></div>
      <div class="fields">
        ${this.#choice("margins", said.margins, said.widths, look.margins, (margins) => this.#set({ margins }))}
        ${this.#choice("paperSize", words.settings.paperSize, words.settings.paperSizes, settings.paperSize, (size) => this.tell("size:set", size))}
      </div>
      <div class="field"><span class="field__label" id="look-logo">${said.logo}</span>
        <span class="row" role="group" aria-labelledby="look-logo">
          <button type="button" class="button" @click=${() => this.tell("logo:wanted")}>${hasLogo ? said.another : said.choose}</button>
          ${hasLogo ? html`<button type="button" class="button button--text" @click=${() => this.tell("logo:removed")}>${said.remove}</button>` : nothing}</span>
        <span class="field__hint">${said.logoHint}</span></div>
    </div>`;
  }

  /** @param {string} name @param {string} label @param {Record<string, string>} choices @param {string} now @param {(key: string) => void} chosen */
  #choice(name, label, choices, now, chosen) {
    return html`<label class="field"><span class="field__label">${label}</span>
      <select class="input" name=${name} @change=${(/** @type {any} */ event) => chosen(event.target.value)}>
        ${Object.entries(choices).map(([key, word]) => html`<option value=${key} ?selected=${key === now}>${word}</option>`)}</select></label>`;
  }

  /** @param {any} change */
  #set(change) {
    this.tell("look:set", { ...this.practice?.look, ...change });
  }
}
