import * as ipc from "../ipc/agreements.js";
import { dayInWords, dayOf } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const said = words.agreement;
const WEEK = 7 * 86_400_000;

/** The agreement as the sheet it will be, with gaps to fill in place. */
export class AgreementPage extends View {
  /** @type {any} */
  #sheet = null;
  #adding = false;
  /** Changes go to the book one after the other. @type {Promise<unknown>} */
  #queue = Promise.resolve();
  /** @type {any} */
  route = null;
  #flush = (/** @type {Event} */ event) => {
    for (const open of this.querySelectorAll("gap-field, clause-form")) /** @type {any} */ (open).sendIfChanged();
    const kept = this.#queue.then((sheet) => sheet !== undefined || !this.problem || Promise.reject(this.problem));
    /** @type {CustomEvent} */ (event).detail.wait(kept);
  };
  #print = () => this.#sheet && go(`#/paper/agreement/${this.#sheet.versionId}`);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    document.addEventListener("app:print", this.#print);
    /** @type {[string, (detail: any) => unknown][]} */
    const news = [
      ["gap:filled", ({ key, value, next }) => this.#gap(key, next, (id) => ipc.fillGap(id, key, value))],
      ["gap:lined", ({ key, next }) => this.#gap(key, next, (id) => ipc.leaveGapAsLine(id, key))],
      ["gap:emptied", ({ key, next, stay }) => this.#gap(key, next, (id) => ipc.clearGap(id, key), stay)],
      ["gap:passed", ({ key }) => this.#goOn(key)],
      ["gap:wanted", ({ key }) => this.#gapOf(key)?.fill()],
      ["clause:included", ({ key, included }) => this.#change((id) => ipc.includeClause(id, key, included))],
      ["clause:moved", ({ key, to }) => this.#change((id) => ipc.moveClause(id, key, to))],
      ["sponsor:signs", (signs) => this.#change((id) => ipc.setSponsorSigns(id, signs))],
      ["clause:written", (clause) => this.#write(clause)],
      ["clause:wanted", () => this.#offerClause(true)],
      ["clause:left", () => this.#offerClause(false)],
    ];
    for (const [name, heard] of news) this.addEventListener(name, (event) => void heard(/** @type {CustomEvent} */ (event).detail));
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
    document.removeEventListener("app:print", this.#print);
  }

  template() {
    const sheet = this.#sheet;
    return html`<div class="page agreement">
      ${sheet ? html`<a class="small" href=${`#/client/${sheet.clientId}`}><bdi>${said.back(sheet.clientName)}</bdi></a>` : nothing}
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${sheet ? this.#body(sheet) : nothing}
    </div>`;
  }

  /** @param {any} sheet */
  #body(sheet) {
    const frozen = sheet.status !== "draft";
    const shown = sheet.clauses.filter((/** @type {any} */ { included }) => included);
    return html`<div class="agreement__columns">
      <article class="sheet" aria-labelledby="sheet-title">
        <header class="sheet__head"><h1 id="sheet-title" tabindex="-1" dir="auto">${sheet.title}</h1>
          <p class="muted"><bdi>${said.with(sheet.clientName)}</bdi> · ${said.version(sheet.versionNo)} · ${/** @type {Record<string, string>} */ (said.status)[sheet.status]}</p></header>
        ${repeat(shown, ({ key }) => key, (clause, place) => html`<agreement-clause .clause=${clause} .number=${place + 1} .frozen=${frozen} .signers=${sheet.ofThree ? 3 : 2}></agreement-clause>`)}
        ${this.#adding ? html`<section aria-label=${said.clause.addTitle}><h2 class="clause__title">${said.clause.addTitle}</h2><clause-form></clause-form></section>` : nothing}
      </article>
      <aside class="agreement__side" aria-label=${said.side.label}>
        ${frozen ? this.#frozenActs(sheet) : this.#draftActs(sheet)}
        <agreement-side .sheet=${sheet}></agreement-side>
      </aside>
    </div>`;
  }

  /** @param {any} sheet */
  #draftActs({ versionId, missing, englishFor }) {
    return html`<div class="stack stack--tight">
      <div class="row"><button type="button" class="button button--primary" @click=${this.#issue}>${said.issue}</button>
        <a class="button" href=${`#/paper/agreement/${versionId}`}>${said.preview}</a></div>
      <p class="field__hint">${missing.length ? `${said.missingBefore(missing.length)} ${said.missingBeforeHint}` : said.issueHint}</p>
      ${englishFor ? html`<p class="notice small">${said.english(englishFor)} <a href="#/templates">${said.englishAct}</a>. ${said.englishHint}</p>` : nothing}</div>`;
  }

  /** @param {any} sheet */
  #frozenActs({ versionId, versionNo, status, issuedAt, signedOn, signedOnScreen, paperId }) {
    const late = status === "issued" && issuedAt && Date.now() - Date.parse(issuedAt) >= WEEK;
    return html`<div class="stack stack--tight">
      <div class="row"><a class="button button--primary" href=${`#/paper/agreement/${versionId}`}>${words.papers.printOrSave}</a></div>
      ${issuedAt ? html`<p class="small">${said.issuedOn(dayInWords(issuedAt))}</p>` : nothing}
      ${signedOn ? html`<p class="small"><strong>${(signedOnScreen ? said.signedOnScreen : said.signedOn)(dayInWords(signedOn))}</strong></p>` : nothing}
      ${late ? html`<p class="notice small">${said.waits}</p>` : nothing}</div>
      ${status === "issued" ? html`<form class="stack stack--tight" novalidate @submit=${this.#mark}><h2>${said.markTitle}</h2>
        <div class="row"><label class="field"><span class="field__label">${said.markDay}</span>
          <input class="input input--short" type="date" name="on" max=${dayOf(new Date())} .value=${dayOf(new Date())}></label></div>
        <div><button class="button">${said.mark}</button></div></form>
      <section class="stack stack--tight" aria-labelledby="sign-here"><h2 id="sign-here">${said.screenTitle}</h2><p class="field__hint">${said.screenHint}</p>
        <div><a class="button" href=${`#/sign/${paperId}`}>${words.giving.list.sign}</a></div></section>` : nothing}
      <section class="stack stack--tight" aria-labelledby="signed-scans"><h2 id="signed-scans">${words.scans.signed}</h2>
        <p class="field__hint">${words.scans.signedHint}</p>
        <scan-list .home=${{ kind: "version", versionId }}></scan-list></section>
      ${status === "superseded" ? nothing : html`<div><button type="button" class="button button--text button--flush" @click=${this.#next}>${said.next(versionNo + 1)}</button></div>`}`;
  }

  async #read() {
    this.#sheet = (await this.reading(() => ipc.openAgreement(this.route.engagementId), said.reading)) ?? null;
    this.drawNow();
    // Come from a preview that said this gap is open.
    if (this.route.gap) this.#gapOf(this.route.gap)?.fill();
  }

  /** @param {(versionId: number) => Promise<any>} change @param {string} [sentence] @returns {Promise<boolean>} */
  async #change(change, sentence = said.saving) {
    const work = this.#queue.then(() => this.attempt(() => change(this.#sheet.versionId), sentence));
    this.#queue = work;
    const sheet = await work;
    if (sheet) this.#sheet = sheet;
    this.drawNow();
    return !!sheet;
  }

  /** @param {string} key @param {boolean} next @param {(versionId: number) => Promise<any>} change @param {boolean} [stay] */
  async #gap(key, next, change, stay = false) {
    const kept = await this.#change(change);
    if (next && kept) this.#goOn(key);
    else if (stay || !kept) this.#gapOf(key)?.rest();
  }

  /** @returns {import("../elements/gap-field.js").GapField[]} */
  get #gaps() {
    for (const clause of this.querySelectorAll("agreement-clause")) /** @type {View} */ (clause).drawNow();
    return [...this.querySelectorAll("gap-field")].map((gap) => /** @type {import("../elements/gap-field.js").GapField} */ (gap));
  }

  /** @param {string} key */
  #gapOf(key) {
    return this.#gaps.find(({ gap }) => gap.key === key);
  }

  /** The caret goes to the next open gap after this one, and from the last one back to the first. @param {string} key */
  #goOn(key) {
    const gaps = this.#gaps;
    const at = gaps.findIndex(({ gap }) => gap.key === key);
    const next = [...gaps.slice(at + 1), ...gaps.slice(0, at)].find(({ isEmpty }) => isEmpty);
    if (next) next.fill();
    else gaps[at]?.rest();
  }

  /** @param {{key: string, heading: string, body: string}} clause */
  async #write({ key, heading, body }) {
    if (await this.#change((id) => (key ? ipc.saveClause(id, key, heading, body) : ipc.addClause(id, heading, body)))) this.#offerClause(false);
  }

  /** @param {boolean} adding */
  #offerClause(adding) {
    this.#adding = adding;
    this.drawNow();
    if (adding) queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector("section > clause-form input"))?.focus());
  }

  #issue = async () => {
    const [first] = this.#sheet.missing;
    if (first) {
      this.problem = { message: said.missingBefore(this.#sheet.missing.length), hint: said.missingBeforeHint };
      this.drawNow();
      return this.#gapOf(first.key)?.fill();
    }
    if (await this.#change((id) => ipc.issueAgreement(id), said.issuing)) say({ message: said.issued });
  };

  #mark = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const on = /** @type {HTMLInputElement} */ (this.querySelector("[name=on]")).value;
    if (on) await this.#change((id) => ipc.markSigned(id, on), said.marking);
  };

  #next = () => this.#change((id) => ipc.startNextVersion(id), said.nexting);
}
