/** The book gives keys and names; here they become sentences. */

import { words } from "../words/en.js";

const said = words.clients.told;

/** @param {Record<string, string>} list @param {string | null | undefined} key */
const word = (list, key) => (key ? (list[key] ?? key) : "");

/** One line of the timeline: what happened, and how it stands. @param {any} event @returns {{title: string, detail: string}} */
export function toldEvent({ kind, title, detail }) {
  switch (kind) {
    case "session":
      return { title: title || word(said.session, detail), detail: title ? word(said.session, detail) : "" };
    case "agreement_issued":
      return { title: said.issued(title), detail: "" };
    case "agreement_signed":
      return { title: said.signed(title), detail: "" };
    case "consent":
      return { title: word(said.purpose, title), detail: word(said.decision, detail) };
    case "consent_withdrawn":
      return { title: word(said.purpose, title), detail: said.decision.withdrawn };
    case "action":
      return { title, detail: word(said.action, detail) };
    case "session_moved_away":
      return { title: said.movedAway, detail: "" };
    case "session_moved_here":
      return { title: said.movedHere, detail: "" };
    case "engagement":
      return { title: title ? said.programmeCalled(title) : said.programme, detail: "" };
    default:
      return { title, detail: detail ?? "" };
  }
}

/** What Today asks her to look at. @param {{kind: string, text: string}} need */
export function toldNeed({ kind, text }) {
  const sentence = /** @type {Record<string, (name: string) => string>} */ (words.book.today.needs)[kind];
  return sentence ? sentence(text) : text;
}

/** @param {{status: string, number: number | null}} session */
export function toldSession({ status, number }) {
  return { title: number ? said.sessionNumber(number) : said.sessionWord, detail: word(said.standing, status) };
}
