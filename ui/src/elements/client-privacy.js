import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.privacy;

/** What a client has agreed to, and putting the client away. */
export class ClientPrivacy extends View {
  /** @type {any} */
  #page = null;

  /** @param {any} page */
  set page(page) {
    this.#page = page;
    this.update();
  }

  template() {
    const { client, timeline } = this.#page;
    const consents = timeline.filter((/** @type {any} */ { kind }) => kind.startsWith("consent"));
    return html`<section class="page__section"><h2>${said.consents}</h2>
        <timeline-list .emptyWord=${said.none} .events=${consents}></timeline-list></section>
      <section class="page__section" aria-labelledby="privacy-log"><h2 id="privacy-log">${said.log.title}</h2><log-consent .page=${this.#page}></log-consent></section>
      <section class="page__section stack stack--tight"><h2>${said.title}</h2>
        ${client.fields.status === "archived"
          ? html`<p>${words.clients.one.archivedNote}</p><div><button type="button" class="button" @click=${() => this.tell("client:restored")}>${words.clients.one.bringBack}</button></div>`
          : html`<p>${said.archiveWhat}</p><div><button type="button" class="button button--text button--danger button--flush" @click=${() => this.tell("client:archived")}>${said.archive}</button></div>`}
      </section>`;
  }

  drawn() {
    /** @type {View | null} */ (this.querySelector("log-consent"))?.update();
  }
}
