import { weighted } from "./agreement-clause.js";
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
      <p class="clause__words" dir="auto">${weighted(part.pieces.map(asPart), ({ piece }) => shown(piece))}</p></section>`)}</div>`;
  }
}

/** Words of the template, a list with its dots; a field is shown apart. @param {import("../../types/wire/FilledPiece.ts").FilledPiece} piece */
const asPart = (piece) => (piece.type === "text" ? { type: "text", text: piece.text.replace(/^- /gm, "• ") } : { type: "gap", piece });

/** @param {import("../../types/wire/FilledPiece.ts").FilledPiece} piece */
function shown(piece) {
  if (piece.type === "value") return html`<bdi class="filled__value">${piece.text}</bdi>`;
  return piece.type === "empty" ? html`<span class="filled__empty">${said.emptyField(piece.label)}</span>` : nothing;
}
