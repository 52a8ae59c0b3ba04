import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.papers;

/** The four papers of a client, each with its preview, and the scans that are kept. */
export class PaperList extends View {
  /** @type {any} */
  #page = null;
  /** How many scans are kept for this client. */
  #scans = 0;
  #counted = (/** @type {CustomEvent} */ event) => {
    this.#scans = event.detail.scans.length;
    this.update();
  };

  /** @param {any} page */
  set page(page) {
    this.#page = page;
    this.update();
  }

  template() {
    const { client, engagements, sessions } = this.#page;
    const engagement = engagements[0];
    const last = sessions.find((/** @type {any} */ { status }) => ["in_progress", "ended", "completed"].includes(status));
    const agreementFor = said.agreementFor(client.nameOnScreen);
    return html`<p class="muted">${said.intro}</p>
      <ul class="rows papers">
        ${this.#row(agreementFor, said.agreementWhat, engagement ? `#/agreement/${engagement.id}` : null)}
        ${this.#row(said.recording_consent, said.recordingWhat, engagement ? `#/paper/recording_consent/${engagement.id}` : null)}
        ${this.#row(said.session_summary, last ? said.summaryWhat : said.summaryNone, last ? `#/paper/session_summary/${last.sessionId}` : null)}
        ${this.#row(said.action_plan, said.planWhat, engagement ? `#/paper/action_plan/${engagement.id}` : null)}
      </ul>
      <section class="page__section papers__scans" aria-labelledby="papers-scans" ?hidden=${!this.#scans}><h2 id="papers-scans">${words.scans.title}</h2>
        <scan-list .clientId=${client.id} @scans:shown=${this.#counted}></scan-list></section>
      <given-list .clientId=${client.id}></given-list>`;
  }

  /** @param {string} title @param {string} what @param {string | null} hash */
  #row(title, what, hash) {
    return html`<li class="papers__one"><span><span class="papers__title" dir="auto">${title}</span><span class="small muted">${what}</span></span>
      ${hash ? html`<a class="button" href=${hash} aria-label=${said.of(title)}>${said.preview}</a>` : ""}</li>`;
  }
}
