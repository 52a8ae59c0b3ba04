/** The papers that can be made for a client, and where each is shown. */

import { words } from "../words/en.js";
import { heldOf } from "./client-facts.js";
import { dayInWords } from "./dates.js";
import { FORMS } from "./paper-request.js";

/** @typedef {import("../elements/paper-row.js").Paper & {kind: string}} ClientPaper */

const said = words.clients.papers;

/** Those shown first. @param {any} page @returns {ClientPaper[]} */
export function firstPapers({ client, engagements, sessions }) {
  const [engagement] = engagements;
  const [last] = heldOf(sessions);
  const of = (/** @type {string} */ place) => (engagement ? `#/${place}/${engagement.id}` : null);
  return [
    { kind: "agreement", title: said.agreementFor(client.nameOnScreen), what: said.agreementWhat, hash: of("agreement") },
    { kind: "recording_consent", title: said.recording_consent, what: said.recordingWhat, hash: of("paper/recording_consent") },
    { kind: "session_summary", title: said.session_summary, what: last ? said.summaryWhat : said.summaryNone, hash: last ? `#/paper/session_summary/${last.sessionId}` : null },
    { kind: "action_plan", title: said.action_plan, what: said.planWhat, hash: of("paper/action_plan") },
  ];
}

/** What the book can make besides: before the first session there is nothing to put into most of them. @param {any} page @returns {ClientPaper[]} */
export function otherPapers({ client, engagements, sessions }) {
  const held = heldOf(sessions);
  const { id, fields: programme } = engagements[0] ?? {};
  const copies = held.map((session) => ({ hash: `#/paper/session_record/${session.sessionId}`, text: sessionWords(session) }));
  const forms = FORMS.map((form) => ({ hash: `#/paper/blank_${form}/${client.id}`, text: words.papers.forms[form] }));
  const sponsor = programme?.sponsor;
  return [
    ...(sponsor ? [{ kind: "three_way", title: said.three_way, what: said.threeWayWhat(sponsor), hash: `#/agreement/${id}`, act: said.prepare }] : []),
    ...(held.length ? [
      { kind: "session_record", title: said.session_record, what: said.recordWhat, hash: null, choices: copies, choose: said.whichSession },
      { kind: "coaching_plan", title: said.coaching_plan, what: said.coachingPlanWhat, hash: `#/paper/coaching_plan/${id}` },
      ...(sponsor ? [{ kind: "sponsor_report", title: said.sponsor_report, what: said.sponsorWhat(sponsor), hash: `#/sponsor/${id}`, act: said.prepare }] : []),
      { kind: "closing_report", title: said.closing_report, what: said.closingWhat, hash: `#/paper/closing_report/${id}` },
    ] : []),
    { kind: "access", title: said.access(client.nameOnScreen), what: said.accessWhat, hash: `#/access/${client.id}`, act: said.prepare },
    { kind: "blank", title: said.blank, what: said.blankWhat, hash: null, choices: forms, choose: said.whichForm },
  ];
}

/** Those that can be asked for before it is said for whom. */
export const KINDS = /** @type {const} */ (["agreement", "recording_consent", "session_summary", "action_plan", "session_record", "coaching_plan", "closing_report"]);

/** Where a paper of this kind is shown; where it cannot be made yet, where it is said what it waits for. @param {any} page @param {string} kind */
export function placeOfPaper(page, kind) {
  const paper = [...firstPapers(page), ...otherPapers(page)].find((one) => one.kind === kind);
  return paper?.hash ?? paper?.choices?.[0]?.hash ?? waitingPlace(page);
}

/** Without a programme the overview has the way to one. @param {any} page */
export const waitingPlace = ({ client, engagements }) => `#/client/${client.id}/${engagements.length ? "papers" : "overview"}`;

/** @param {any} session */
function sessionWords({ number, heldOn }) {
  const name = number ? words.clients.told.sessionNumber(number) : words.clients.told.sessionWord;
  return [name, dayInWords(heldOn)].filter(Boolean).join(", ");
}
