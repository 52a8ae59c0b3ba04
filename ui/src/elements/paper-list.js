import { firstPapers, otherPapers } from "../lib/client-papers.js";
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
      ${list(firstPapers(this.#page))}
      <details class="papers__more" ?open=${open} @toggle=${(/** @type {any} */ event) => (open = event.target.open)}>
        <summary>${said.more}</summary>${list(otherPapers(this.#page))}</details>
      <section class="page__section papers__scans" aria-labelledby="papers-scans" ?hidden=${!this.#scans}><h2 id="papers-scans">${words.scans.title}</h2>
        <scan-list .clientId=${client.id} @scans:shown=${this.#counted}></scan-list></section>
      <given-list .clientId=${client.id}></given-list>`;
  }

  drawn() {
    for (const row of this.querySelectorAll("paper-row")) /** @type {View} */ (row).update();
  }
}
