import { dayInWords } from "../lib/dates.js";
import { toldEvent } from "../lib/told.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** What happened, newest first. Each line leads to the thing itself where there is one. */
export class TimelineList extends View {
  /** @type {any[]} */
  #events = [];
  emptyWord = words.clients.timeline.empty;

  /** @param {any[]} events */
  set events(events) {
    this.#events = [...events].sort((a, b) => String(b.at ?? "").localeCompare(String(a.at ?? "")));
    this.update();
  }

  template() {
    if (!this.#events.length) return html`<p class="muted">${this.emptyWord}</p>`;
    return html`<ol class="timeline">${this.#events.map(this.#line)}</ol>`;
  }

  #line = (/** @type {any} */ event) => {
    const { title, detail } = toldEvent(event);
    return html`<li class="timeline__line">
      <span class="timeline__day tiny muted">${dayInWords(event.at)}</span>
      <span class="timeline__what">${linked(event, title)}
        ${detail ? html`<span class="timeline__detail small muted" dir="auto">${detail}</span>` : nothing}</span>
    </li>`;
  };
}

/** @param {any} event @param {string} title */
function linked({ kind, detail, sessionId, versionId, engagementId }, title) {
  if (kind === "session") {
    const place = detail === "planned" ? `#/prep/${sessionId}` : detail === "in_progress" ? `#/session/${sessionId}` : `#/session/${sessionId}/wrap-up`;
    return html`<a href=${place} dir="auto">${title}</a>`;
  }
  if (sessionId) return html`<a href=${`#/session/${sessionId}/wrap-up`} dir="auto">${title}</a>`;
  if (versionId && engagementId) return html`<a href=${`#/agreement/${engagementId}`} dir="auto">${title}</a>`;
  return html`<span dir="auto">${title}</span>`;
}
