import { chipName, chipState } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

const SIGNS = { now: "●", untouched: "○", worked: "✓" };

/** The topics of the session by short name. Raises `topic:picked` and `topic:adding`. */
export class TopicChips extends View {
  /** @type {any} */
  frame = null;
  /** @type {any[]} */
  notes = [];

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<div class="chips" role="group" aria-label=${words.bar.topics}>
      ${frame.topics.map((/** @type {any} */ topic) => {
        const state = chipState(topic, frame, this.notes);
        const name = chipName(topic);
        return html`<button type="button" class="chip chip--${state}" aria-pressed=${state === "now" ? "true" : "false"} aria-label="${name}, ${words.bar[state]}"
          title=${topic.title} @click=${() => this.tell("topic:picked", topic.id)}><span aria-hidden="true">${SIGNS[state]}</span> <span dir="auto">${name}</span></button>`;
      })}
      <button type="button" class="chip chip--add" aria-label=${words.bar.addTopic} @click=${() => this.tell("topic:adding")}>+</button>
    </div>`;
  }
}
