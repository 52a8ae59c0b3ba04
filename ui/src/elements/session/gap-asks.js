import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course as words } from "../../words/en/course.js";

const said = words.gap;

/** The oldest gap nobody has answered for. It stands until it is answered; nothing waits for it. Raises `gap:answered`. */
export class GapAsks extends View {
  /** @type {import("../../../types/wire/Gap.ts").Gap[]} */
  gaps = [];

  template() {
    const [gap] = this.gaps;
    if (!gap) return nothing;
    const button = (/** @type {string} */ word, /** @type {boolean} */ counted) =>
      html`<button type="button" class="status__button" @click=${() => this.tell("gap:answered", { id: gap.id, counted })}>${word}</button>`;
    return html`<span class="gap" role="group" aria-label="${said.away(gap.minutes)}${said.asks}"><span class="gap__away">${said.away(gap.minutes)}<span class="gap__asks">${said.asks}</span></span> ${button(said.count, true)}${button(said.leaveOut, false)}</span>`;
  }
}
