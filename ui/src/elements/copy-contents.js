import { momentInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.copies.contents;

/** What a safety copy holds, said before anything is brought back. */
export class CopyContents extends View {
  /** @type {import("../../types/wire/CopyContents.ts").CopyContents | null} */
  #contents = null;

  /** What was found out about it, as a heading. */
  heading = "";

  /** @param {import("../../types/wire/CopyContents.ts").CopyContents | null} contents */
  set contents(contents) {
    this.#contents = contents;
    this.update();
  }

  template() {
    const contents = this.#contents;
    if (!contents) return nothing;
    const missing = said.missing(contents.missingScans);
    return html`<section class="contents" tabindex="-1" aria-label=${this.heading}>
      <p class="contents__head">${this.heading}</p>
      <p><bdi class="contents__name">${contents.name}</bdi> · ${contents.madeAt ? said.made(momentInWords(contents.madeAt)) : said.madeUnknown}</p>
      <p>${said.holds(contents)} ${contents.lastLineAt ? said.lastLine(momentInWords(contents.lastLineAt)) : said.noLine}</p>
      ${missing ? html`<p class="contents__missing">${missing}</p>` : nothing}
    </section>`;
  }
}
