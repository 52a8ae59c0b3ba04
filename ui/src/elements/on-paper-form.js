import { dayOf, timeOf } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.between.paper;
const HOUR = 3_600_000;

/** Notes a session that was held without the window. Set `.planned` for one that stood in the calendar. Raises `session:on-paper`. */
export class OnPaperForm extends View {
  /** @type {any[]} */
  engagements = [];
  /** @type {any} a planned session, or none */
  planned = null;

  template() {
    const at = this.planned?.plannedAt ? new Date(this.planned.plannedAt) : new Date(Date.now() - HOUR);
    const [first] = this.engagements;
    const minutes = first?.fields.sessionMinutes ?? "";
    return html`<form class="stack onpaper" novalidate @submit=${this.#record}>
      <h2>${said.title}</h2>
      <p class="muted small">${said.what}</p>
      <div class="row">
        ${!this.planned && this.engagements.length > 1 ? html`<label class="field"><span class="field__label">${words.clients.sessions.which}</span>
          <select class="input" name="paper-engagement">${this.engagements.map(({ id, fields }) => html`<option value=${id}>${fields.title || words.clients.programme.title}</option>`)}</select></label>` : nothing}
        <label class="field"><span class="field__label">${said.day}</span><input class="input input--short" type="date" name="paper-day" max=${dayOf(new Date())} .value=${dayOf(at)}></label>
        <label class="field"><span class="field__label">${said.time}</span><input class="input input--short" type="time" name="paper-time" .value=${timeOf(at.toISOString())}></label>
        <label class="field"><span class="field__label">${said.minutes}</span><input class="input input--short" type="number" min="1" max="600" name="paper-minutes" .value=${String(minutes)} aria-describedby="paper-minutes-hint"></label>
      </div>
      <p class="field__hint" id="paper-minutes-hint">${said.minutesHint}</p>
      <problem-note .shown=${this.problem}></problem-note>
      <div><button class="button">${said.record}</button></div>
    </form>`;
  }

  #record = (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=paper-${name}]`))?.value ?? "";
    const day = value("day");
    const ahead = day && new Date(`${day}T${value("time") || "00:00"}`) > new Date();
    this.problem = day && !ahead ? null : { message: day ? said.ahead : said.noDay };
    this.update();
    if (this.problem) return;
    const engagementId = this.planned ? null : Number(value("engagement") || this.engagements[0]?.id || 0) || null;
    const minutes = Math.trunc(Number(value("minutes"))) || null;
    this.tell("session:on-paper", { engagementId, sessionId: this.planned?.sessionId ?? null, date: day, time: value("time") || "00:00", minutes });
  };
}
