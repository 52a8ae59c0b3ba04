import { dayInWords, dayOf } from "../../lib/dates.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { words } from "../../words/en.js";

const said = words.between.actions;

/** What is still open from earlier sessions, in the client's words, each with how it stands. Raises `action:stands` (action, status). */
export class PriorActions extends View {
  /** @type {any[]} */
  actions = [];

  template() {
    return html`<ul class="prior" aria-label=${said.title}>${this.actions.map((action) => html`<li class="prior__one">
      <select class="input prior__stands" data-status=${action.status} title=${said.status[/** @type {"open"} */ (action.status)]} aria-label=${said.stands(action.what)} @change=${(/** @type {any} */ event) => this.tell("action:stands", { action, status: event.target.value })}>
        ${Object.entries(said.status).map(([key, text]) => html`<option value=${key} ?selected=${key === action.status}>${text}</option>`)}</select>
      <span class="prior__what" dir="auto">${action.what}${action.wording ? html` <span class="muted">“${action.wording}”</span>` : nothing}
        <span class="muted small">${besides(action).map((part, at) => html`${at ? " · " : ""}<span class="prior__besides">${part}</span>`)}</span></span></li>`)}</ul>`;
  }

  drawn() {
    // A choice that was taken back is drawn again as it stands in the book.
    this.querySelectorAll("select").forEach((select, at) => (select.value = this.actions[at].status));
  }
}

/** When, with whom, and since when; what nobody said is left out. @param {any} action @returns {string[]} */
export function besides(action) {
  return [dueWords(action.due), action.support ? said.with(action.support) : "", said.from(action.sessionNumber)].filter(Boolean);
}

/** The words used first, then the day they were read as. @param {any} due */
function dueWords(due) {
  if (!due) return "";
  const quoted = due.text ? `“${due.text}”` : "";
  const day = due.date ?? due.from;
  if (!day) return quoted;
  const past = due.date && due.kind !== "start_on" && due.date < dayOf(new Date());
  const date = due.from && due.date ? `${dayInWords(due.from)} – ${dayInWords(due.date)}` : dayInWords(day);
  return [quoted, past ? said.wasFor(date) : date].filter(Boolean).join(" ");
}
