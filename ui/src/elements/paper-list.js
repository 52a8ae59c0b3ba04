import { heldOf } from "../lib/client-facts.js";
import { dayInWords } from "../lib/dates.js";
import { FORMS } from "../lib/paper-request.js";
import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.papers;

/** Whether the door to the other papers stands open: for as long as the window is there. */
let open = false;

/** The four papers of a client, behind a door the others, and the scans that are kept. */
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
    const { client } = this.#page;
    const list = (/** @type {any[]} */ papers) => html`<ul class="rows papers">${papers.map((paper) => html`<li><paper-row .paper=${paper}></paper-row></li>`)}</ul>`;
    return html`<p class="muted">${said.intro}</p>
      ${list(this.#four())}
      <details class="papers__more" ?open=${open} @toggle=${(/** @type {any} */ event) => (open = event.target.open)}>
        <summary>${said.more}</summary>${list(this.#others())}</details>
      <section class="page__section papers__scans" aria-labelledby="papers-scans" ?hidden=${!this.#scans}><h2 id="papers-scans">${words.scans.title}</h2>
        <scan-list .clientId=${client.id} @scans:shown=${this.#counted}></scan-list></section>
      <given-list .clientId=${client.id}></given-list>`;
  }

  #four() {
    const { client, engagements } = this.#page;
    const engagement = engagements[0];
    const last = this.#held()[0];
    const of = (/** @type {string} */ place) => (engagement ? `#/${place}/${engagement.id}` : null);
    return [
      { title: said.agreementFor(client.nameOnScreen), what: said.agreementWhat, hash: of("agreement") },
      { title: said.recording_consent, what: said.recordingWhat, hash: of("paper/recording_consent") },
      { title: said.session_summary, what: last ? said.summaryWhat : said.summaryNone, hash: last ? `#/paper/session_summary/${last.sessionId}` : null },
      { title: said.action_plan, what: said.planWhat, hash: of("paper/action_plan") },
    ];
  }

  /** What the book can make besides: before the first session there is nothing to put into most of them. */
  #others() {
    const { client, engagements } = this.#page;
    const held = this.#held();
    const { id, fields: programme } = engagements[0] ?? {};
    const copies = held.map((/** @type {any} */ session) => ({ hash: `#/paper/session_record/${session.sessionId}`, text: sessionWords(session) }));
    const forms = FORMS.map((form) => ({ hash: `#/paper/blank_${form}/${client.id}`, text: words.papers.forms[form] }));
    const sponsor = programme?.sponsor;
    return [
      ...(sponsor ? [{ title: said.three_way, what: said.threeWayWhat(sponsor), hash: `#/agreement/${id}`, act: said.prepare }] : []),
      ...(held.length ? [
        { title: said.session_record, what: said.recordWhat, hash: null, choices: copies, choose: said.whichSession },
        { title: said.coaching_plan, what: said.coachingPlanWhat, hash: `#/paper/coaching_plan/${id}` },
        ...(sponsor ? [{ title: said.sponsor_report, what: said.sponsorWhat(sponsor), hash: `#/sponsor/${id}`, act: said.prepare }] : []),
        { title: said.closing_report, what: said.closingWhat, hash: `#/paper/closing_report/${id}` },
      ] : []),
      { title: said.access(client.nameOnScreen), what: said.accessWhat, hash: `#/access/${client.id}`, act: said.prepare },
      { title: said.blank, what: said.blankWhat, hash: null, choices: forms, choose: said.whichForm },
    ];
  }

  #held() {
    return heldOf(this.#page.sessions);
  }

  drawn() {
    for (const row of this.querySelectorAll("paper-row")) /** @type {View} */ (row).update();
  }
}

/** @param {any} session */
function sessionWords({ number, heldOn }) {
  const name = number ? words.clients.told.sessionNumber(number) : words.clients.told.sessionWord;
  return [name, dayInWords(heldOn)].filter(Boolean).join(", ");
}
