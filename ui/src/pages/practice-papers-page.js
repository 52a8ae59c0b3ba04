import * as ipc from "../ipc/papers.js";
import { dayInWords } from "../lib/dates.js";
import { FORMS } from "../lib/paper-request.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.practice;

/** The papers of the practice as a whole: the hours, the duties, the forms. */
export class PracticePapersPage extends View {
  /** @type {import("../../types/wire/PracticePapers.ts").PracticePapers | null} */
  #counted = null;

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  template() {
    const counted = this.#counted;
    const paper = (/** @type {string} */ kind, /** @type {string} */ what) => ({ title: /** @type {any} */ (words.papers.title)[kind], what, hash: `#/paper/${kind}` });
    return html`<div class="page practice-papers">
      <a class="small" href="#/settings">${words.common.settings}</a>
      <div class="page__head"><h1 tabindex="-1">${words.common.practicePapers}</h1><p class="muted">${said.intro}</p></div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.#section("hours", said.hours, [paper("hours_log", counted ? said.hoursWhat(counted.listed) : "")], counted ? this.#notes(counted) : nothing)}
      ${this.#section("duties", said.duties, [
        paper("privacy_notice", said.noticeWhat), paper("processing_record", said.recordWhat), paper("data_handling", said.handlingWhat),
        paper("continuity_sheet", counted ? this.#continuity(counted) : ""),
      ])}
      ${this.#section("forms", said.forms, FORMS.map((form) => ({ title: words.papers.forms[form], what: said.formWhat[form], hash: `#/paper/blank_${form}` })))}
    </div>`;
  }

  /** @param {string} id @param {string} title @param {any[]} papers @param {unknown} [more] */
  #section(id, title, papers, more = nothing) {
    return html`<section class="page__section" aria-labelledby=${`papers-${id}`}><h2 id=${`papers-${id}`}>${title}</h2>
      <ul class="rows papers">${papers.map((one) => html`<li><paper-row .paper=${one}></paper-row></li>`)}</ul>${more}</section>`;
  }

  /** @param {import("../../types/wire/PracticePapers.ts").PracticePapers} counted */
  #continuity({ active, continuityPrinted, changedSince }) {
    const printed = continuityPrinted ? said.continuityPrinted(dayInWords(continuityPrinted), changedSince) : "";
    return [said.continuityWhat(active), printed].filter(Boolean).join(" ");
  }

  /** Whose hours the log does not have, and what to do about it. @param {any} counted */
  #notes({ leftOff, payNotSaid }) {
    const notes = [leftOff ? said.leftOff(leftOff) : "", payNotSaid ? said.payNotSaid(payNotSaid) : ""].filter(Boolean);
    return notes.map((note) => html`<p class="small muted practice-papers__note">${note}</p>`);
  }

  async #read() {
    this.#counted = (await this.attempt(() => ipc.practicePapers(), said.counting)) ?? null;
    this.update();
  }

  drawn() {
    for (const row of this.querySelectorAll("paper-row")) /** @type {View} */ (row).update();
  }
}
