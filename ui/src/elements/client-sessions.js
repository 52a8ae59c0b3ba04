import { dayInWords, momentFrom, momentInWords } from "../lib/dates.js";
import { toldSession } from "../lib/told.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.sessions;

/** The sessions of a client: those held, those planned, those before the book. */
export class ClientSessions extends View {
  /** @type {any} */
  #page = null;
  /** @type {any} the planned session that turned out to be on paper */
  #onPaper = null;

  /** @param {any} page the answer of `get_client` */
  set page(page) {
    this.#page = page;
    this.update();
  }

  template() {
    const { sessions } = this.#page;
    return html`
      <section class="page__section" aria-labelledby="sessions-title">
        <div class="row row--apart">
          <h2 id="sessions-title">${said.title}</h2>
          <button type="button" class="button button--primary" @click=${() => this.tell("session:wanted", {})}>${words.clients.one.startSession}</button>
        </div>
        ${sessions.length ? html`<ul class="rows">${sessions.map(this.#row)}</ul>` : html`<p class="muted">${said.empty}</p>`}
      </section>
      <section class="page__section sessions__forms">
        ${this.#planForm()}
        <on-paper-form .engagements=${this.#page.engagements} .planned=${this.#onPaper}></on-paper-form>
        ${this.#page.engagements.map((/** @type {any} */ engagement) => this.#beforeForm(engagement))}
      </section>`;
  }

  #row = (/** @type {any} */ session) => {
    const { sessionId, status, heldOn, plannedAt, minutes } = session;
    const { title, detail } = toldSession(session);
    const ahead = status === "planned";
    const place = status === "in_progress" ? `#/session/${sessionId}` : `#/session/${sessionId}/wrap-up`;
    return html`<li class="sessions__row">
      <span class="sessions__day small muted">${ahead ? momentInWords(plannedAt) || words.book.today.planned : dayInWords(heldOn ?? plannedAt)}</span>
      <span class="sessions__what">${title} <span class="small muted">${[detail, minutes ? words.clients.programme.minutes(minutes) : ""].filter(Boolean).join(" · ")}</span></span>
      ${ahead
        ? html`<span class="row"><a class="button button--text" href=${`#/prep/${sessionId}`}>${said.prep}<span class="said"> ${momentInWords(plannedAt)}</span></a>
            ${plannedAt && new Date(plannedAt) <= new Date() ? html`<button type="button" class="button button--text" @click=${() => this.#paper(session)}>${words.between.paper.heldOnPaper}<span class="said"> ${momentInWords(plannedAt)}</span></button>` : nothing}
            <button type="button" class="button" @click=${() => this.tell("session:wanted", { sessionId })}>${said.startThis}<span class="said"> ${momentInWords(plannedAt)}</span></button></span>`
        : html`<a class="button button--text" href=${place}>${said.open}<span class="said"> ${title}</span></a>`}
    </li>`;
  };

  #planForm() {
    return html`<form class="stack" novalidate @submit=${this.#plan}>
      <h2>${said.planTitle}</h2>
      <div class="row">
        ${this.#page.engagements.length > 1 ? html`<label class="field"><span class="field__label">${said.which}</span>
          <select class="input" name="engagement">${this.#page.engagements.map((/** @type {any} */ { id, fields }) => html`<option value=${id}>${fields.title || words.clients.programme.title}</option>`)}</select></label>` : nothing}
        <label class="field"><span class="field__label">${said.day}</span><input class="input input--short" type="date" name="day"></label>
        <label class="field"><span class="field__label">${said.time}</span><input class="input input--short" type="time" name="time" value="10:00"></label>
      </div>
      <problem-note .shown=${this.problem}></problem-note>
      <div><button class="button">${said.plan}</button></div>
    </form>`;
  }

  /** @param {any} engagement */
  #beforeForm(engagement) {
    const { id, fields } = engagement;
    const title = this.#page.engagements.length > 1 && fields.title ? `${said.beforeTitle}: ${fields.title}` : said.beforeTitle;
    return html`<form class="stack" novalidate @submit=${(/** @type {Event} */ event) => this.#saveBefore(event, engagement)}>
      <h2 dir="auto">${title}</h2>
      <label class="field"><span class="field__label">${said.before}</span>
        <input class="input input--short" type="number" min="0" name="before" .value=${String(fields.sessionsBefore ?? 0)} aria-describedby=${`before-${id}`}></label>
      <p class="field__hint" id=${`before-${id}`}>${said.beforeHint}</p>
      <div><button class="button">${said.saveBefore}</button></div>
    </form>`;
  }

  /** @param {any} session */
  #paper(session) {
    this.#onPaper = session;
    this.drawNow();
    const form = /** @type {View | null} */ (this.querySelector("on-paper-form"));
    form?.drawNow();
    form?.scrollIntoView?.({ block: "nearest" });
    /** @type {HTMLElement | null | undefined} */ (form?.querySelector("input"))?.focus();
  }

  drawn() {
    /** @type {View | null} */ (this.querySelector("on-paper-form"))?.update();
  }

  #plan = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=${name}]`));
    const day = field("day")?.value ?? "";
    this.problem = day ? null : { message: said.noTime };
    this.update();
    if (!day) return field("day")?.focus();
    const engagementId = Number(field("engagement")?.value ?? this.#page.engagements[0]?.id ?? 0) || null;
    this.tell("session:planned", { engagementId, plannedAt: momentFrom(day, field("time")?.value ?? "") });
  };

  /** @param {Event} event @param {any} engagement */
  #saveBefore(event, { id, rev, fields }) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).querySelector("[name=before]"));
    this.tell("engagement:saved", { engagementId: id, rev, fields: { ...fields, sessionsBefore: Math.max(0, Math.trunc(Number(field.value) || 0)) } });
  }
}
