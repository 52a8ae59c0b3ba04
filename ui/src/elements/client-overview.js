import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";
import { openActions } from "./client-plan.js";

const said = words.clients.one;

/** A client at a glance: the next step, the programmes, what is open, everything so far. */
export class ClientOverview extends View {
  /** @type {any} */
  #page = null;

  /** @param {any} page */
  set page(page) {
    this.#page = page;
    this.update();
  }

  template() {
    const { client, engagements, openActions: actions, sessions } = this.#page;
    const bare = !sessions.length && (engagements[0]?.agreement ?? "none") === "none" && !engagements[0]?.fields.signedOnPaper;
    return html`
      ${client.fields.status === "archived" ? html`<p class="row">${said.archivedNote} <button type="button" class="button" @click=${() => this.tell("client:restored")}>${said.bringBack}</button></p>` : nothing}
      ${bare ? html`<p class="muted">${said.gathers(client.nameOnScreen)}</p>` : nothing}
      <div class="row client__next">${this.#nextStep(bare)}
        <button type="button" class="button button--text client__details" @click=${() => this.tell("details:wanted")}>${said.editFacts}</button></div>
      <div class="client__columns">
        <div class="stack stack--wide">
          ${engagements.map((/** @type {any} */ engagement) => html`<engagement-card .engagement=${engagement}></engagement-card>`)}
          <section><h2>${words.clients.actions.title}</h2>${openActions(actions)}</section>
          ${engagements.length ? html`<div><button type="button" class="button button--text button--flush" @click=${() => this.tell("programme:wanted")}>${words.clients.programme.another}</button></div>` : nothing}
        </div>
        <section><h2>${words.clients.timeline.title}</h2><timeline-list .events=${this.#timeline()}></timeline-list></section>
      </div>`;
  }

  /** The one primary button: the agreement first, then the session. @param {boolean} bare */
  #nextStep(bare) {
    const start = (/** @type {string} */ look) => html`<button type="button" class="button ${look}" @click=${() => this.tell("session:wanted", {})}>${said.startSession}</button>`;
    const standing = this.#page.engagements[0]?.agreement ?? "none";
    const talks = this.#page.client.fields.status === "prospect";
    if (talks || (!bare && standing !== "draft")) return start("button--primary");
    const word = standing === "draft" ? said.continueAgreement : said.prepareAgreement;
    return html`<button type="button" class="button button--primary" @click=${() => this.tell("agreement:wanted")}>${word}</button>${start("")}`;
  }

  /** An agreement's line leads to its programme's sheet. */
  #timeline() {
    const { engagements, timeline } = this.#page;
    const programmeOf = (/** @type {number} */ versionId) => (engagements.find((/** @type {any} */ one) => one.versionId === versionId) ?? engagements[0])?.id;
    return timeline.map((/** @type {any} */ event) => (event.versionId ? { ...event, engagementId: programmeOf(event.versionId) } : event));
  }
}
