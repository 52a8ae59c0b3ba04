import { dayInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.access;

/** A record that names somebody else, and how it is given. Raises `record:reviewed` with key, choice and new words. */
export class RecordReview extends View {
  /** @type {import("../../types/wire/RecordNaming.ts").RecordNaming | null} */
  record = null;
  /** @type {import("../../types/wire/RecordReview.ts").RecordReview | null} */
  review = null;

  template() {
    if (!this.record) return nothing;
    const { key, title, on, text, names, private: mine } = this.record;
    const { choice = "", words: typed = null } = this.review ?? {};
    const facts = [title, on ? dayInWords(on) : "", mine ? said.mine : "", said.names(names.join(", "))].filter(Boolean);
    return html`<div class="access__one">
      <p class="small muted"><bdi>${facts.join(" \u00b7 ")}</bdi></p>
      <p class="access__text" dir="auto">${text}</p>
      <fieldset class="row"><legend class="said">${said.choose}</legend>
        ${Object.entries(said.choices).map(([value, word]) => html`<label class="choice"><input type="radio" name=${`review-${key}`} value=${value} .checked=${choice === value}
          @change=${() => this.#choose(value)}><span>${word}</span></label>`)}</fieldset>
      ${choice === "renamed" ? html`<label class="field"><span class="field__label">${said.newWords}</span>
        <textarea class="input" rows="2" dir="auto" .value=${typed ?? ""} @input=${(/** @type {any} */ event) => this.#choose("renamed", event.target.value)}></textarea></label>` : nothing}
    </div>`;
  }

  /** @param {string} choice @param {string} [typed] */
  #choose(choice, typed) {
    const { key, text, names } = /** @type {any} */ (this.record);
    const renamed = choice === "renamed";
    this.tell("record:reviewed", { key, choice, words: renamed ? (typed ?? withoutNames(text, names)) : null });
  }
}

/** The words with each name taken out, to begin from. @param {string} text @param {string[]} names */
function withoutNames(text, names) {
  const plain = (/** @type {string} */ name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return names.reduce((left, name) => left.replace(new RegExp(plain(name), "giu"), said.somebody), text);
}
