import { dayInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.plan;
const acts = words.clients.actions;

/** Open actions alone, with the words used. An undated one is an open circle, not an error. @param {any[]} actions */
export function openActions(actions) {
  if (!actions.length) return html`<p class="muted">${acts.empty}</p>`;
  return html`<ul class="actions">${actions.map(({ what, due, support }) => html`<li class="actions__one">
    <span class="actions__ring" aria-hidden="true">○</span>
    <span><span dir="auto">${what}</span>
      ${due?.date || due?.text ? html`<span class="small muted">${dueInWords(due)}</span>` : nothing}
      ${support ? html`<span class="small muted" dir="auto">${support}</span>` : nothing}</span></li>`)}</ul>`;
}

/** @param {any} due */
function dueInWords({ text, date }) {
  if (!date) return text;
  const past = date < new Date().toISOString().slice(0, 10);
  return past ? acts.was(dayInWords(date)) : acts.by(dayInWords(date));
}

/** What the client has, learns and will do. */
export class ClientPlan extends View {
  /** @type {any} */
  #page = null;

  /** @param {any} page */
  set page(page) {
    this.#page = page;
    this.update();
  }

  template() {
    const { strengths, resources, skills, openActions: actions, engagements } = this.#page;
    const lists = [[said.strengths, strengths], [said.resources, resources], [said.skills, skills]];
    return html`
      <section class="page__section" aria-labelledby="plan-actions">
        <div class="row row--apart"><h2 id="plan-actions">${acts.title}</h2>
          ${engagements.length && actions.length ? html`<a class="button" href=${`#/paper/action_plan/${engagements[0].id}`}>${said.paper}</a>` : nothing}</div>
        ${openActions(actions)}
      </section>
      ${lists.some(([, list]) => list.length)
        ? html`<div class="plan__lists page__section">${lists.filter(([, list]) => list.length).map(([title, list]) => html`<section>
            <h2>${title}</h2><ul class="plan__list">${list.map((/** @type {any} */ { text }) => html`<li dir="auto">${text}</li>`)}</ul></section>`)}</div>`
        : html`<p class="muted page__section">${said.empty}</p>`}`;
  }
}
