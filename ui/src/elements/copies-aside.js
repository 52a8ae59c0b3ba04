import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.copies;

/** What lies aside and is not let go by itself: the book a copy took the place of, and copies under an earlier code. */
export class CopiesAside extends View {
  /** @type {import("../../types/wire/SafetyCopies.ts").SafetyCopies | null} */
  #copies = null;

  /** @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies} copies */
  set copies(copies) {
    this.#copies = copies;
    this.update();
  }

  template() {
    if (!this.#copies) return nothing;
    const { older, newest, hasUndo } = this.#copies;
    return html`${older ? this.#older(older, newest != null) : nothing}${hasUndo ? this.#undo() : nothing}`;
  }

  /** @param {number} count @param {boolean} replaced */
  #older(count, replaced) {
    return html`<div class="copies__aside"><p><strong>${said.older(count)}</strong> <span class="muted">${replaced ? said.olderHint : said.olderAlone}</span></p>
      ${replaced ? html`<div class="row"><button type="button" class="button button--text button--danger" @click=${() => this.tell("older:forgotten", null)}>${said.olderAct}</button></div>` : nothing}</div>`;
  }

  #undo() {
    return html`<div class="copies__aside"><p><strong>${said.undo}</strong> <span class="muted">${said.undoHint}</span></p>
      <div class="row"><button type="button" class="button" @click=${() => this.tell("undo:wanted", null)}>${said.undoAct}</button>
        <button type="button" class="button button--text button--danger" @click=${() => this.tell("undo:forgotten", null)}>${said.forget}</button></div></div>`;
  }
}
