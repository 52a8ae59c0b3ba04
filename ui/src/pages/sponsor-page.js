import * as ipc from "../ipc/papers.js";
import { dayInWords, dayOf } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.sponsor;

/** What a sponsor is told: written with the client, approved by the client, and then given. */
export class SponsorPage extends View {
  #engagementId = 0;
  /** @type {import("../../types/wire/SponsorReport.ts").SponsorReport | null} */
  #report = null;
  /** @type {Promise<unknown>} */
  #saving = Promise.resolve(true);
  #flush = (/** @type {Event} */ event) => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    /** @type {CustomEvent} */ (event).detail.wait(this.#saving.then((kept) => kept !== undefined || Promise.reject(this.problem)));
  };

  /** @param {any} route */
  set route(route) {
    this.#engagementId = route.engagementId;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    void this.#take(() => ipc.getSponsorReport(this.#engagementId), said.reading);
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
  }

  template() {
    const report = this.#report;
    return html`<div class="page sponsor">
      ${report ? html`<a class="small" href=${`#/client/${report.clientId}/papers`}>${words.papers.access.back}</a>` : nothing}
      <div class="page__head"><h1 tabindex="-1">${said.title}</h1><p class="muted">${said.intro}</p></div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${report ? html`${this.#form(report)}${report.standing === "none" ? nothing : this.#approval(report)}` : nothing}
    </div>`;
  }

  /** @param {any} report */
  #form({ from, until, progress }) {
    const day = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string | null} */ value) => html`<label class="field"><span class="field__label">${label}</span>
      <input class="input input--short" type="date" name=${name} .value=${value ?? ""} @change=${this.#save}></label>`;
    return html`<section class="page__section stack"><div class="row">${day("from", words.papers.hours.from, from)}${day("until", words.papers.hours.until, until)}</div>
      <div class="field"><label class="field__label" for="sponsor-progress">${said.progress}</label>
        <textarea class="input" id="sponsor-progress" name="progress" rows="6" dir="auto" aria-describedby="progress-hint" .value=${progress} @change=${this.#save}></textarea>
        <span class="field__hint" id="progress-hint">${said.progressHint}</span></div></section>`;
  }

  /** @param {any} report */
  #approval({ standing, approvedOn }) {
    const how = { waiting: said.waiting, changed: said.changed, approved: said.approved(dayInWords(approvedOn)) }[/** @type {"waiting"} */ (standing)];
    return html`<section class="page__section" aria-labelledby="sponsor-approval"><h2 id="sponsor-approval">${said.approval}</h2>
      <p class="sponsor__standing" role="status">${how}</p>
      ${standing === "approved" ? nothing : html`<form class="row row--end paper__which" novalidate @submit=${this.#approve}>
        <label class="field"><span class="field__label">${said.approvedOn}</span><input class="input input--short" type="date" name="on" max=${dayOf(new Date())} .value=${dayOf(new Date())}></label>
        <button class="button">${said.approve}</button></form>`}
      <paper-preview .primary=${standing === "approved"} .paper=${{ kind: "sponsor_report", engagementId: this.#engagementId }}></paper-preview></section>`;
  }

  #save = () => {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    const [from, until, progress] = [value("from"), value("until"), value("progress")];
    // Without its days there is no report; what is typed waits in the window until they are there.
    if (!from || !until) {
      this.problem = { message: said.noDays, hint: said.noDaysHint };
      this.#saving = Promise.resolve(undefined);
      return this.update();
    }
    this.#saving = this.#take(() => ipc.saveSponsorReport(this.#engagementId, from, until, progress), words.settings.saving);
  };

  #approve = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const on = /** @type {HTMLInputElement} */ (this.querySelector("[name=on]")).value;
    // What could not be saved is not what the client approved.
    if (!on || (await this.#saving) === undefined) return;
    void this.#take(() => ipc.approveSponsorReport(this.#engagementId, on), words.settings.saving);
  };

  /** @param {() => Promise<any>} work @param {string} sentence */
  async #take(work, sentence) {
    const report = await this.attempt(work, sentence);
    if (!report) return undefined;
    this.#report = report;
    this.drawNow();
    void (/** @type {any} */ (this.querySelector("paper-preview"))?.show());
    return report;
  }
}
