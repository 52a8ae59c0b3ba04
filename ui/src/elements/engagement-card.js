import { dayInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.programme;

/** @type {import("./fact-form.js").Fact[]} */
export const engagementFacts = [
  { name: "title", label: said.fields.title },
  { name: "plannedSessions", label: said.fields.plannedSessions, kind: "number" },
  { name: "sessionMinutes", label: said.fields.sessionMinutes, kind: "number" },
  { name: "cadence", label: said.fields.cadence },
  { name: "delivery", label: said.fields.delivery, kind: "choice", choices: said.delivery },
  { name: "feeText", label: said.fields.feeText },
  { name: "fundedBy", label: said.fields.fundedBy, kind: "choice", choices: said.fundedBy },
  { name: "sponsor", label: said.fields.sponsor },
  { name: "sponsorContact", label: said.fields.sponsorContact },
  { name: "startDate", label: said.fields.startDate, kind: "date" },
  { name: "endDate", label: said.fields.endDate, kind: "date" },
  { name: "sessionsBefore", label: said.fields.sessionsBefore, kind: "number" },
  { name: "signedOnPaper", label: said.fields.signedOnPaper, kind: "date" },
  { name: "model", label: said.fields.model, kind: "choice", choices: said.models },
  { name: "scope", label: said.fields.scope, kind: "long" },
];

/** One programme: how many sessions, how long, what it costs, what was agreed. */
export class EngagementCard extends View {
  /** @type {any} */
  #engagement = null;
  #editing = false;
  first = false;

  /** @param {any} engagement */
  set engagement(engagement) {
    if (this.#engagement?.rev !== engagement.rev) this.#editing = false;
    this.#engagement = engagement;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("facts:left", (event) => {
      event.stopPropagation();
      this.#edit(false);
    });
    this.addEventListener("facts:saved", (event) => {
      event.stopPropagation();
      const { id, rev } = this.#engagement;
      this.tell("engagement:saved", { engagementId: id, rev, fields: /** @type {CustomEvent} */ (event).detail });
    });
  }

  template() {
    const { id, held, planned, fields } = this.#engagement;
    return html`<section class="card" aria-labelledby=${`programme-${id}`}>
      <div class="row row--apart row--base">
        <h2 id=${`programme-${id}`} dir="auto">${fields.title || said.title}</h2>
        ${this.#editing ? nothing : html`<button type="button" class="button button--text" @click=${() => this.#edit(true)}>${said.edit}</button>`}
      </div>
      ${this.#editing ? html`<fact-form .primary=${false} .facts=${engagementFacts} .values=${fields}></fact-form>` : html`
        <p class="card__count"><span class="card__held">${said.of(held, planned)}</span> <span class="muted">${held === 1 && !planned ? said.oneSession : said.sessions.toLowerCase()}</span></p>
        ${this.#facts()}`}
    </section>`;
  }

  #facts() {
    const { agreement, fields, id } = this.#engagement;
    const dates = fields.startDate ? said.dates(dayInWords(fields.startDate), dayInWords(fields.endDate)) : "";
    const standing = fields.signedOnPaper
      ? said.onPaper(dayInWords(fields.signedOnPaper))
      : /** @type {Record<string, string>} */ (said.agreementWords)[agreement];
    /** @type {[string, any][]} */
    const facts = [
      [said.agreement, html`<a class=${agreement === "unsigned_long" && !fields.signedOnPaper ? "card__caution" : ""} href=${`#/agreement/${id}`}>${standing}</a>`],
      [said.short.length, fields.sessionMinutes ? said.minutes(fields.sessionMinutes) : ""],
      [said.short.cadence, fields.cadence],
      [said.short.delivery, /** @type {Record<string, string>} */ (said.delivery)[fields.delivery ?? "none"]],
      [said.short.fee, fields.feeText],
      [said.short.sponsor, [fields.sponsor, fields.sponsorContact].filter(Boolean).join(", ")],
      [said.short.dates, dates],
      [said.short.before, fields.sessionsBefore || ""],
      [said.short.model, fields.model ? (/** @type {Record<string, string>} */ (said.models)[fields.model] ?? fields.model) : ""],
      [said.short.scope, fields.scope],
    ];
    return html`<dl class="facts">${facts.filter(([, value]) => value).map(([label, value]) => html`<div class="facts__one">
      <dt class="small muted">${label}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`;
  }

  /** @param {boolean} editing */
  #edit(editing) {
    this.#editing = editing;
    this.drawNow();
    queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector(editing ? "input" : "button"))?.focus());
  }
}
