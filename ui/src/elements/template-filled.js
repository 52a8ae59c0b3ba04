import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { templates as said } from "../words/en/templates.js";

/** A template as it would be printed, its fields filled; what is not known is told by its name. */
export class TemplateFilled extends View {
  /** @type {import("../../types/wire/FilledPart.ts").FilledPart[]} */
  #parts = [];
  language = "en";

  /** @param {import("../../types/wire/FilledPart.ts").FilledPart[]} parts */
  set parts(parts) {
    this.#parts = parts;
    this.update();
  }

  template() {
    return html`<div class="sheet filled" lang=${this.language}>${this.#parts.map((part, place) => html`<section class="clause">
      ${part.heading ? html`<h2 class="clause__head"><span class="clause__number">${place + 1}.</span> <span dir="auto">${part.heading}</span></h2>`
        : html`<p class="small muted">${said.parts[part.key] ?? nothing}</p>`}
      <p class="clause__words" dir="auto">${part.pieces.map(piece)}</p></section>`)}</div>`;
  }
}

/** @param {import("../../types/wire/FilledPiece.ts").FilledPiece} piece */
function piece(piece) {
  if (piece.type === "text") return piece.text;
  if (piece.type === "value") return html`<bdi class="filled__value">${piece.text}</bdi>`;
  return html`<span class="filled__empty">${said.emptyField(piece.label)}</span>`;
}
