import { asked } from "../../lib/session-questions.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { questions as words } from "../../words/en/questions.js";
import { session } from "../../words/en/session.js";

/** @typedef {import("../../lib/session-questions.js").Question} Question */

/**
 * What a row needs to know, and what it does.
 * @typedef {object} RowWorld
 * @property {string} name of the client
 * @property {import("../../lib/session-questions.js").Known} known what gaps are filled with
 * @property {(question: Question, by: 1|-1) => boolean} may whether it can be moved
 * @property {(act: "used"|"at"|"favourite"|"client"|"next"|"hidden"|"earlier"|"later"|"change"|"remove", question: Question) => unknown} does
 */

/** One question of the bank; the current one has its acts beside it. @param {Question} question @param {boolean} current @param {RowWorld} world */
export function bankRow(question, current, world) {
  const marks = marksOf(question, world.name);
  const id = `bank-${question.key}`;
  return html`<li class="bank__row ${current ? "bank__row--at" : ""} ${question.hidden ? "bank__row--hidden" : ""}" data-key=${question.key}>
    <button type="button" class="side__question bank__question" dir="auto" tabindex=${current ? "0" : "-1"} aria-describedby=${marks ? id : nothing}
      @focus=${() => world.does("at", question)} @click=${() => world.does("used", question)}>${asked(question.text, world.known)}</button>
    ${question.statement ? html`<span class="muted tiny">${session.questions.say}</span>` : nothing}
    ${marks ? html`<span class="${current ? "said" : "bank__marks tiny"}" id=${id}>${marks}</span>` : nothing}
    ${current ? acts(question, world) : question.intent === "own" ? nothing : html`<span class="bank__intent tiny muted">${intentName(question.intent)}</span>`}
  </li>`;
}

/** @param {Question} question @param {RowWorld} world */
function acts(question, { name, may, does }) {
  const turn = (/** @type {"favourite"|"client"|"next"|"hidden"} */ act, /** @type {string} */ word, /** @type {boolean} */ on) =>
    html`<button type="button" class="bank__act" aria-pressed=${on ? "true" : "false"} @click=${() => does(act, question)}>${word}</button>`;
  const act = (/** @type {"earlier"|"later"|"change"|"remove"} */ what, /** @type {string} */ word, can = true) =>
    html`<button type="button" class="bank__act" ?disabled=${!can} @click=${() => does(what, question)}>${word}</button>`;
  return html`<span class="bank__acts" role="group" aria-label=${words.acts(question.text)}>
    ${turn("favourite", words.favourite, question.favourite)}
    ${turn("client", words.aside(name), question.aside === "client")}
    ${turn("next", words.asideNext, question.aside === "next")}
    ${turn("hidden", words.hide, question.hidden)}
    ${act("earlier", words.earlier, may(question, -1))}${act("later", words.later, may(question, 1))}
    ${question.own ? html`${act("change", words.change)}${act("remove", words.remove)}` : nothing}
  </span>`;
}

/** @param {string} intent */
export function intentName(intent) {
  return session.questions.intents[/** @type {"measure"} */ (intent)] ?? session.questions.intent_of(intent);
}

/** What she made of a question, in words. @param {Question} question @param {string} name of the client */
function marksOf({ favourite, aside, hidden, own }, name) {
  const { marks } = words;
  const when = aside === "client" ? marks.client(name) : aside === "next" ? marks.next : aside === "today" ? marks.today : "";
  return [favourite ? marks.favourite : "", when, hidden ? marks.hidden : "", own ? marks.own : ""].filter(Boolean).join(" · ");
}
