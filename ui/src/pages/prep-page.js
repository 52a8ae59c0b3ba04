import { getClient } from "../ipc/clients.js";
import { getSession, startSession } from "../ipc/sessions.js";
import { recordingState } from "../elements/session/session-bar.js";
import { dayInWords, momentInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { session as words } from "../words/en/session.js";

const said = words.prep;

/** One page to read in a minute before a session: what she left for herself, what was wanted, what is open, who is who. */
export class PrepPage extends View {
  #sessionId = 0;
  /** @type {any} */
  #frame = null;
  /** @type {any} */
  #client = null;
  /** @type {any} the frame of the session before */
  #before = null;

  /** @param {{sessionId: number}} route */
  set route({ sessionId }) {
    if (sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    void this.#open();
  }

  template() {
    const frame = this.#frame;
    if (!frame) return html`<div class="page"><h1 tabindex="-1">${said.title}</h1><problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note></div>`;
    const fields = this.#client?.client.fields ?? {};
    const number = words.of((this.#before?.session.number ?? 0) + 1, frame.planned);
    return html`<div class="page prep">
      <header class="prep__head">
        <h1 tabindex="-1"><span dir="auto">${frame.nameOnScreen}</span> <span class="muted">· ${number}</span></h1>
        <span class="muted">${momentInWords(frame.session.plannedAt)}</span>
        <button type="button" class="button button--primary" @click=${this.#start} autofocus>${said.start}</button>
      </header>
      <problem-note .shown=${this.problem}></problem-note>
      <p class="prep__line small">${[fields.preferredName && `${said.addressed} ${fields.preferredName}`, fields.pronouns, fields.roleTitle].filter(Boolean).join(" · ")}
        ${fields.callLink ? html` · <span class="muted">${said.callLink}</span> <span class="prep__link">${fields.callLink}</span>` : nothing}</p>
      ${frame.firstOfEngagement && !this.#before ? html`<p class="muted">${said.first}</p>` : nothing}
      ${frame.lastForNextTime ? html`<section class="prep__first" aria-labelledby="prep-next"><h2 id="prep-next">${said.forNextTime}</h2><p dir="auto">${frame.lastForNextTime}</p></section>` : nothing}
      <div class="prep__parts">
        ${this.#part(said.wants, this.#before?.focus.filter((/** @type {any} */ row) => row.slot === "wanted_result").map((/** @type {any} */ row) => row.text))}
        ${this.#part(said.clear, this.#before?.insights.map((/** @type {any} */ row) => (row.inClientWords ? `“${row.text}”` : row.text)))}
        ${this.#part(said.actions, frame.priorActions.filter((/** @type {any} */ { status }) => status === "open" || status === "doing").map((/** @type {any} */ action) => this.#action(action)))}
        ${this.#part(said.people, frame.people.map((/** @type {any} */ person) => html`${person.alias}${person.relation ? html` <span class="muted">${person.relation}</span>` : nothing}`))}
        ${this.#part(said.strengths, this.#client?.strengths.map((/** @type {any} */ row) => row.text))}
        ${this.#part(said.skills, this.#client?.skills?.map((/** @type {any} */ row) => row.text))}
        ${this.#part(said.agreement, [this.#agreement(frame), html`<span class="muted">${said.recording}</span> ${this.#recording(frame)}`])}
      </div>
    </div>`;
  }

  /** @param {string} title @param {unknown[]} [items] */
  #part(title, items = []) {
    if (!items.length) return nothing;
    return html`<section class="prep__part"><h2>${title}</h2><ul>${items.map((item) => html`<li dir="auto">${item}</li>`)}</ul></section>`;
  }

  /** @param {any} action */
  #action(action) {
    const { due } = action;
    const past = due?.date && due.kind !== "start_on" && due.date < new Date().toISOString().slice(0, 10);
    const when = due?.date ? (past ? said.wasFor(dayInWords(due.date)) : dayInWords(due.date)) : due?.from ? dayInWords(due.from) : "";
    return html`${action.what}${action.wording ? html` <span class="muted">“${action.wording}”</span>` : nothing}${when ? html` <span class="muted">${when}</span>` : nothing}`;
  }

  /** @param {any} frame */
  #recording(frame) {
    const state = recordingState(frame.consents);
    return state ? (state === "recording" ? words.recording.granted : words.bar.notRecording) : said.noRecording;
  }

  /** @param {any} frame */
  #agreement(frame) {
    const { agreement } = frame;
    if (agreement?.signedOn) return html`${said.signed} <span class="muted">${dayInWords(agreement.signedOn)}</span>`;
    return html`<span class="prep__amber">${said.none}</span>`;
  }

  async #open() {
    const view = await this.attempt(() => getSession(this.#sessionId), words.loading);
    if (!view) return;
    if (view.frame.session.status === "in_progress") return go(`#/session/${this.#sessionId}`);
    this.#frame = view.frame;
    this.#client = await getClient(view.frame.clientId).catch(() => null);
    const before = this.#client?.timeline?.filter((/** @type {any} */ each) => each.sessionId && each.sessionId !== this.#sessionId && each.engagementId === view.frame.session.engagementId)
      .sort((/** @type {any} */ one, /** @type {any} */ other) => String(other.at).localeCompare(String(one.at)))[0];
    if (before) this.#before = (await getSession(before.sessionId).catch(() => null))?.frame ?? null;
    this.update();
  }

  #start = async () => {
    const started = await this.attempt(() => startSession(null, this.#sessionId), words.loading);
    if (started) go(`#/session/${started.frame.session.id}`);
  };
}
