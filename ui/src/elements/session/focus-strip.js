import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/** The focus card folded to one strip, which stays. Raises `focus:opened`. */
export class FocusStrip extends View {
  /** @type {any} */
  frame = null;
  /** Ten minutes before the planned end the measures are underlined. */
  nearEnd = false;

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    const wants = frame.focus.filter((/** @type {any} */ line) => line.slot === "wanted_result").map((/** @type {any} */ line) => line.text);
    return html`<button type="button" class="strip" aria-label=${words.focus.open} aria-describedby="strip-said" aria-keyshortcuts="Control+G Meta+G" @click=${() => this.tell("focus:opened")}>
      <span class="strip__said" id="strip-said">
        ${wants.length ? html`<span class="strip__part"><span class="muted">${words.focus.wants}</span> <span dir="auto">${wants.join(", ")}</span></span>` : nothing}
        ${frame.measures.length ? html`<span class="strip__part ${this.nearEnd ? "strip__part--due" : ""}"><span class="muted">${words.focus.knowBy}</span>
          ${frame.measures.map((/** @type {any} */ measure) => html`<span dir="auto">${measure.standing.result === "met" ? "✓" : "○"} ${measure.text} </span>`)}</span>` : nothing}
        ${wants.length || frame.measures.length ? nothing : html`<span class="muted">${words.focus.title}</span>`}
      </span></button>`;
  }
}
