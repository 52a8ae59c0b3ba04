import { phaseName, tagOf } from "../../lib/session-kinds.js";
import { asked, fiveOf, twoOf } from "../../lib/session-questions.js";
import { chipName } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/** Phases and a few questions: a column in the page form, a row in the others. Raises `phase:picked`, `question:used`, `question:else`, `bank:opened`. */
export class GrowSidebar extends View {
  /** @type {any} */
  frame = null;
  /** @type {any[]} */
  questions = [];
  bankOpen = false;

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    const { model, session } = frame;
    const five = fiveOf(this.questions, model, session.phase);
    const two = twoOf(five);
    return html`<aside class="side" aria-label=${words.questions.title}>
      <div class="side__phases" role="group" aria-label=${words.questions.phase}>
        ${model.phases.map((/** @type {any} */ phase) => {
          const tag = tagOf(model, phase.key);
          const name = phaseName(model, phase.key, words.phases);
          return html`<button type="button" class="phase phase--${tag.colour}" aria-label=${name} aria-pressed=${phase.key === session.phase ? "true" : "false"}
            title=${phase.hint ? `${name}. ${phase.hint}` : name} @click=${() => this.tell("phase:picked", phase.key)}>${tag.letter}</button>`;
        })}
      </div>
      <ul class="side__five">
        ${five.map((question) => html`<li class="side__item ${two.includes(question) ? "side__item--row" : ""}">
          <button type="button" class="side__question" dir="auto" @click=${() => this.tell("question:used", question)}>${asked(question.text, { topic: this.#topic })}</button></li>`)}
      </ul>
      <div class="side__more">
        <button type="button" class="button side__few" aria-expanded=${this.bankOpen ? "true" : "false"} @click=${() => this.tell("bank:opened")}>${words.questions.few}</button>
        <button type="button" class="button side__else" aria-keyshortcuts="Control+E Meta+E" @click=${() => this.tell("question:else")}>${words.questions.whatElse}</button>
        <button type="button" class="button side__all" aria-expanded=${this.bankOpen ? "true" : "false"} @click=${() => this.tell("bank:opened")}>${words.questions.all}</button>
      </div>
    </aside>`;
  }

  get #topic() {
    const topic = this.frame.topics.find((/** @type {any} */ each) => each.id === this.frame.session.activeTopic);
    return topic ? chipName(topic) : null;
  }
}
