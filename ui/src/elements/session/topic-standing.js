import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { words } from "../../words/en.js";

const said = words.between.wrapUp;

/** What became of each topic; what is put off waits for the next session. Raises `row:wanted`. */
export class TopicStanding extends View {
  /** @type {any} */
  frame = null;

  template() {
    const topics = this.frame?.topics ?? [];
    if (!topics.length) return nothing;
    return html`<div class="topics" role="group" aria-label=${said.topics}><h3>${said.topics}</h3>
      <ul>${repeat(topics, (/** @type {any} */ topic) => topic.id, (/** @type {any} */ topic) => html`<li class="topics__one">
        <span dir="auto">${topic.title}</span>
        <span class="standing__marks" role="group" aria-label=${said.stands(topic.title)}>${Object.entries(said.standing).map(([key, text]) => html`<button type="button" class="standing__mark"
          aria-pressed=${topic.status === key ? "true" : "false"} aria-label="${text}: ${topic.title}" @click=${() => this.#mark(topic, key)}>${text}</button>`)}</span></li>`)}</ul></div>`;
  }

  /** A second press takes the mark away. @param {any} topic @param {string} status */
  #mark(topic, status) {
    this.tell("row:wanted", { row: { type: "topic", ...topic, status: topic.status === status ? "open" : status } });
  }
}
