import { phaseName, tagOf } from "../../lib/session-kinds.js";
import { asked, fiveOf, NO_BANK, twoOf } from "../../lib/session-questions.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/**
 * Phases and a few questions: a column in the page form, a row in the others; closed for good, only the phases and *What else?*.
 * Raises `phase:picked`, `question:used`, `question:else`, `bank:opened`.
 */
export class GrowSidebar extends View {
  /** @type {any} */
  frame = null;
  /** @type {import("../../lib/session-questions.js").Bank} */
  bank = NO_BANK;
  /** @type {import("../../lib/session-questions.js").Known} what the gaps are filled with */
  known = {};
  bankOpen = false;

  template() {
    const { frame, bank } = this;
    if (!frame) return nothing;
    const { model, session } = frame;
    return html`<aside class="side" aria-label=${words.questions.title}>
      <div class="side__phases" role="group" aria-label=${words.questions.phase}>
        ${model.phases.map((/** @type {any} */ phase) => {
          const tag = tagOf(model, phase.key);
          const name = phaseName(model, phase.key, words.phases);
          return html`<button type="button" class="phase phase--${tag.colour}" aria-label=${name} aria-pressed=${phase.key === session.phase ? "true" : "false"}
            title=${phase.hint ? `${name}. ${phase.hint}` : name} @click=${() => this.tell("phase:picked", phase.key)}>${tag.letter}</button>`;
        })}
      </div>
      ${bank.settings.columnClosed ? nothing : this.#five(fiveOf(bank, session.phase))}
      <div class="side__more">
        ${bank.settings.columnClosed ? nothing : this.#all("side__few", words.questions.few)}
        <button type="button" class="button side__else" aria-keyshortcuts="Control+E Meta+E" @click=${() => this.tell("question:else")}>${words.questions.whatElse}</button>
        ${bank.settings.columnClosed ? nothing : this.#all("side__all", words.questions.all)}
      </div>
    </aside>`;
  }

  /** @param {import("../../lib/session-questions.js").Question[]} five */
  #five(five) {
    const two = twoOf(five);
    return html`<ul class="side__five">
      ${five.map((question) => html`<li class="side__item ${two.includes(question) ? "side__item--row" : ""}">
        <button type="button" class="side__question" dir="auto" @click=${() => this.tell("question:used", question)}>${asked(question.text, this.known)}</button></li>`)}
    </ul>`;
  }

  /** @param {string} place @param {string} word */
  #all(place, word) {
    return html`<button type="button" class="button ${place}" aria-expanded=${this.bankOpen ? "true" : "false"} @click=${() => this.tell("bank:opened")}>${word}</button>`;
  }
}
