import { today } from "../ipc/book.js";
import { listClients } from "../ipc/clients.js";
import { dayNear, momentInWords, timeOf } from "../lib/dates.js";
import { toldNeed } from "../lib/told.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.today;
const SHOWN = 3;

/** What needs her, the session that is open, and what comes next. */
export class TodayPage extends View {
  /** @type {any} */
  #day = null;
  #hasClients = true;
  /** @type {any} */
  route = null;

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  template() {
    return html`<div class="page today">
      <h1 class="page__head" tabindex="-1">${said.title}</h1>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.#day ? this.#shown() : nothing}
    </div>`;
  }

  #shown() {
    const { running, needsYou, upcoming, later, openActions } = this.#day;
    const needs = needsYou.filter((/** @type {any} */ need) => !(running && need.kind === "running_session"));
    if (!running && !needs.length && !upcoming.length && !later) return this.#empty();
    return html`
      ${running ? html`<section class="page__section today__running" aria-labelledby="today-running">
        <h2 id="today-running">${said.running}</h2>
        <a class="button button--primary" href=${`#/session/${running.sessionId}`}><bdi>${said.returnTo(running.name)}</bdi></a>
      </section>` : nothing}
      <section class="page__section" aria-labelledby="today-needs">
        <h2 id="today-needs">${said.needsYou}</h2>
        ${needs.length ? this.#needs(needs) : html`<p class="muted">${said.nothingNow}</p>`}
      </section>
      <section class="page__section" aria-labelledby="today-upcoming">
        <div class="row row--apart row--base">
          <h2 id="today-upcoming">${said.upcoming}</h2>
          ${openActions ? html`<span class="small muted">${said.openActions(openActions)}</span>` : nothing}
        </div>
        ${upcoming.length ? html`<ul class="rows">${upcoming.map(this.#session)}</ul>` : later ? nothing : html`<p class="muted">${said.noneUpcoming}</p>`}
        ${later && !upcoming.length ? html`<p class="muted today__later"><bdi>${words.between.today.later(later.name, momentInWords(later.plannedAt))}</bdi>
          <a href=${`#/prep/${later.sessionId}`}>${said.prep}<span class="said"> ${later.name}</span></a></p>` : nothing}
      </section>`;
  }

  #empty() {
    const { openActions } = this.#day;
    return html`<div class="empty"><p class="muted">${said.nothing}</p>
      ${openActions ? html`<p class="small muted">${said.openActions(openActions)}</p>` : nothing}
      ${this.#hasClients ? nothing : html`<a class="button button--primary" href="#/clients/new">${said.addFirst}</a>`}</div>`;
  }

  /** @param {any[]} needs */
  #needs(needs) {
    const rest = needs.slice(SHOWN);
    return html`<ul class="rows">${needs.slice(0, SHOWN).map(this.#need)}</ul>
      ${rest.length ? html`<details class="today__rest"><summary>${words.common.more(rest.length)}</summary>
        <ul class="rows">${rest.map(this.#need)}</ul></details>` : nothing}`;
  }

  #need = (/** @type {any} */ need) => html`<li class="today__need today__need--${need.kind}">
    <span dir="auto">${toldNeed(need)}</span>
    <a class="button button--text" href=${placeOf(need)}>${/** @type {Record<string, string>} */ (said.act)[need.kind] ?? words.book.today.act.follow_up}<span class="said">: ${toldNeed(need)}</span></a>
  </li>`;

  #session = (/** @type {any} */ session) => html`<li class="today__session">
    <span class="today__when">${session.plannedAt ? html`<span>${dayNear(session.plannedAt)}</span> <span>${timeOf(session.plannedAt)}</span>` : said.planned}</span>
    <span class="today__who"><a href=${`#/client/${session.clientId}`} dir="auto">${session.name}</a>
      ${session.number ? html`<span class="small muted">${said.sessionOf(session.number, session.planned)}</span>` : nothing}</span>
    <span class="row">${session.plannedAt && new Date(session.plannedAt) <= new Date() ? html`<a class="button button--text" href=${`#/client/${session.clientId}/sessions`}>${words.between.paper.heldOnPaper}<span class="said">: ${session.name}</span></a>` : nothing}
      <a class="button" href=${`#/prep/${session.sessionId}`}>${said.prep}<span class="said"> ${session.name}</span></a></span>
  </li>`;

  async #read() {
    this.#day = (await this.attempt(async () => {
      const [day, clients] = await Promise.all([today(), listClients()]);
      this.#hasClients = clients.length > 0;
      return day;
    }, said.reading)) ?? null;
    this.update();
  }
}

/** Where to do something about it. @param {any} need */
function placeOf({ kind, clientId, engagementId, sessionId }) {
  if (kind === "recovery") return "#/recovery";
  if (kind === "only_copy" || kind.startsWith("copies_")) return "#/settings/safety";
  if (kind === "unsigned_agreement" && engagementId) return `#/agreement/${engagementId}`;
  if (kind === "wrap_up" && sessionId) return `#/session/${sessionId}/wrap-up`;
  if (kind === "running_session" && sessionId) return `#/session/${sessionId}`;
  return clientId ? `#/client/${clientId}` : "#/";
}
