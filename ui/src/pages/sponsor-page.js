import * as ipc from "../ipc/papers.js";
import { Autosave } from "../lib/autosave.js";
import { dayInWords, dayOf } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.sponsor;
/** Where the report stands as long as it covers no days. */
const NO_DAYS = ["no_period", "backwards"];

/** What a sponsor is told: written with the client, approved by the client, and then given. */
export class SponsorPage extends View {
  #engagementId = 0;
  /** @type {import("../../types/wire/SponsorReport.ts").SponsorReport | null} */
  #report = null;
  /** What stands in the fields is the truth; the book follows. */
  #typed = { from: "", until: "", progress: "" };
  #autosave = new Autosave(() => this.#save());
  #flush = (/** @type {Event} */ event) =>
    /** @type {CustomEvent} */ (event).detail.wait(this.#autosave.flush().then((kept) => kept || Promise.reject(this.problem)));

  /** @param {any} route */
  set route(route) {
    this.#engagementId = route.engagementId;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
    void this.#autosave.flush();
  }

  template() {
    const report = this.#report;
    return html`<div class="page sponsor">
      ${report ? html`<a class="small" href=${`#/client/${report.clientId}/papers`}>${words.papers.access.back}</a>` : nothing}
      <div class="page__head"><h1 tabindex="-1">${said.title}</h1><p class="muted">${said.intro}</p></div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${report ? html`${this.#form(report.standing)}${NO_DAYS.includes(report.standing) ? nothing : this.#approval(report)}` : nothing}
    </div>`;
  }

  /** @param {string} standing */
  #form(standing) {
    const { from, until, progress } = this.#typed;
    const day = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ value) => html`<label class="field"><span class="field__label">${label}</span>
      <input class="input input--short" type="date" name=${name} .value=${value} aria-describedby="sponsor-days" @input=${this.#write} @change=${this.#write}></label>`;
    const missing = { no_period: said.noDays, backwards: said.backwards }[/** @type {"backwards"} */ (standing)] ?? "";
    return html`<section class="page__section stack"><div><div class="row">${day("from", words.papers.hours.from, from)}${day("until", words.papers.hours.until, until)}</div>
        <p class="field__hint" id="sponsor-days" role="status">${missing}</p></div>
      <div class="field"><label class="field__label" for="sponsor-progress">${said.progress}</label>
        <textarea class="input" id="sponsor-progress" name="progress" rows="6" dir="auto" aria-describedby="progress-hint" .value=${progress} @input=${this.#write} @change=${this.#write}></textarea>
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

  #write = (/** @type {any} */ { type, target }) => {
    this.#typed = { ...this.#typed, [target.name]: target.value };
    this.#autosave.change(undefined);
    // The field was left, or the day is chosen.
    if (type === "change") void this.#autosave.flush();
  };

  async #save() {
    const { from, until, progress } = this.#typed;
    const saved = await this.#take(() => ipc.saveSponsorReport(this.#engagementId, from || null, until || null, progress), words.settings.saving);
    if (!saved) throw this.problem;
  }

  async #read() {
    const report = await this.#take(() => ipc.getSponsorReport(this.#engagementId), said.reading);
    if (!report) return;
    this.#typed = { from: report.from ?? "", until: report.until ?? "", progress: report.progress };
    this.update();
  }

  #approve = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const on = /** @type {HTMLInputElement} */ (this.querySelector("[name=on]")).value;
    // What could not be saved is not what the client approved.
    if (!on || !(await this.#autosave.flush())) return;
    void this.#take(() => ipc.approveSponsorReport(this.#engagementId, on), words.settings.saving);
  };

  /** @param {() => Promise<any>} work @param {string} sentence */
  async #take(work, sentence) {
    const report = await this.reading(work, sentence);
    if (!report) return undefined;
    this.#report = report;
    this.drawNow();
    void (/** @type {any} */ (this.querySelector("paper-preview"))?.show());
    return report;
  }
}
