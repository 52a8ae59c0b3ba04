import { dayInWords, momentInWords } from "../lib/dates.js";
import { matches } from "../lib/filter.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const said = words.clients;

/** The list of clients with its filter. Arrow keys walk it, from the field and back; Enter opens. */
export class ClientList extends View {
  /** @type {any[]} */
  #clients = [];
  #typed = "";

  /** @param {any[]} clients */
  set clients(clients) {
    this.#clients = clients;
    this.update();
  }

  template() {
    const found = this.#clients.filter((client) => matches(this.#typed, client.name, client.nameOnScreen, client.roleTitle));
    const here = found.filter(({ status }) => status !== "archived");
    const away = found.filter(({ status }) => status === "archived");
    return html`<search @keydown=${this.#walk}>
      <label class="clients__filter"><span class="said">${said.filter}</span>
        <input class="input" type="search" placeholder=${said.filter} autocomplete="off" spellcheck="false" autofocus @input=${this.#filter}></label>
      <output class="said">${this.#typed ? said.hits(found.length) : ""}</output>
      ${here.length ? this.#rows(here) : nothing}
      ${this.#typed && !found.length ? html`<p class="muted clients__none" dir="auto">${said.noHit(this.#typed)}</p>` : nothing}
      ${away.length ? html`<details class="clients__away" ?open=${!!this.#typed}><summary>${said.archived(away.length)}</summary>${this.#rows(away)}</details>` : nothing}
    </search>`;
  }

  /** @param {any[]} clients */
  #rows(clients) {
    return html`<ul class="rows clients__rows">${repeat(clients, ({ id }) => id, this.#row)}</ul>`;
  }

  #row = (/** @type {any} */ client) => html`<li>
    <a class="clients__row" href=${`#/client/${client.id}`} @click=${(/** @type {Event} */ event) => this.#open(event, client.id)}>
      <span class="clients__who"><span class="clients__name" dir="auto">${client.name}</span>
        ${client.roleTitle ? html`<span class="small muted" dir="auto">${client.roleTitle}</span>` : nothing}</span>
      <span class="clients__held small">${said.held(client.held, client.planned)}</span>
      <span class="clients__when small muted">${whenOf(client)}</span>
      <span class="clients__note small ${client.agreement === "unsigned_long" ? "clients__note--caution" : "muted"}">${noteOf(client)}</span>
    </a></li>`;

  #filter = (/** @type {Event} */ event) => {
    this.#typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.update();
  };

  /** @param {Event} event @param {number} id */
  #open(event, id) {
    event.preventDefault();
    this.tell("client:opened", { id });
  }

  #walk = (/** @type {KeyboardEvent} */ event) => {
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".clients__row")].filter((row) => !row.closest("details:not([open])")));
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[type=search]"));
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const inField = document.activeElement === field;
    if (at < 0 && !inField) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: inField ? NaN : 0, End: inField ? NaN : rows.length - 1 }[event.key];
    if (next !== undefined && !Number.isNaN(next)) {
      event.preventDefault();
      (next < 0 ? field : rows[Math.min(next, rows.length - 1)])?.focus();
    } else if (event.key === "Enter" && inField && rows.length && !event.isComposing) {
      event.preventDefault();
      rows[0].click();
    } else if (event.key === "Escape" && (inField ? field.value : true)) {
      event.preventDefault();
      field.value = this.#typed = "";
      field.focus();
      this.update();
    }
  };
}

/** @param {any} client */
function whenOf({ nextSessionAt, lastSessionOn }) {
  if (nextSessionAt) return said.next(momentInWords(nextSessionAt));
  return lastSessionOn ? said.last(dayInWords(lastSessionOn)) : "";
}

/** @param {any} client */
function noteOf({ agreement, openActions, status }) {
  const standing = /** @type {Record<string, string>} */ (said.agreement)[agreement];
  if (standing) return standing;
  if (status === "prospect" || status === "paused" || status === "completed") return said.status[/** @type {"prospect"} */ (status)];
  return openActions ? words.book.today.openActions(openActions) : "";
}
