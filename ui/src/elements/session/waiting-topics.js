import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { words } from "../../words/en.js";

const said = words.between.topics;

/** Topics of earlier sessions that wait, and those already chosen for this one. Raises `topic:taken` and `topic:aside` (topic). */
export class WaitingTopics extends View {
  /** @type {any[]} */
  taken = [];
  /** @type {any[]} */
  waiting = [];

  template() {
    return html`<ul class="waiting" aria-label=${said.title}>
      ${this.taken.map((topic) => html`<li class="waiting__one"><span dir="auto">${topic.title} <span class="muted small">${said.today}</span></span></li>`)}
      ${this.waiting.map((topic) => html`<li class="waiting__one">
        <span dir="auto">${topic.title} ${topic.sessionNumber == null ? nothing : html`<span class="muted small">${said.from(topic.sessionNumber)}</span>`}</span>
        <span class="waiting__acts"><button type="button" class="button button--text" aria-label=${said.takeThis(topic.title)} @click=${() => this.tell("topic:taken", topic)}>${said.take}</button>
          <button type="button" class="button button--text" aria-label=${said.asideThis(topic.title)} @click=${() => this.tell("topic:aside", topic)}>${said.aside}</button></span></li>`)}</ul>`;
  }
}
