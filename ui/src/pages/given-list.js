import { givenPapers, removeGiven, restoreGiven } from "../ipc/giving.js";
import { dayInWords } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const { kind, list: said } = words.giving;

/** @typedef {import("../../types/wire/GivenPaper.ts").GivenPaper} GivenPaper */

/** What waits for a signature and what was given, of `.clientId`. It is the part of a page that speaks to the book. */
export class GivenList extends View {
  #clientId = 0;
  /** @type {import("../../types/wire/GivenPapers.ts").GivenPapers | null} */
  #given = null;

  /** @param {number} id */
  set clientId(id) {
    if (id === this.#clientId) return;
    this.#clientId = id;
    if (this.isConnected) void this.read();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#clientId) void this.read();
  }

  template() {
    const { papers = [], outstanding = [] } = this.#given ?? {};
    return html`<problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${outstanding.length ? html`<section class="given__part" aria-labelledby="given-waiting"><h2 id="given-waiting">${said.waiting}</h2>
        <ul class="rows">${outstanding.map(this.#waiting)}</ul></section>` : nothing}
      ${papers.length ? html`<section class="given__part" aria-labelledby="given-papers"><h2 id="given-papers">${said.title}</h2>
        <ul class="rows">${repeat(papers, ({ id }) => id, this.#row)}</ul></section>` : nothing}`;
  }

  #waiting = (/** @type {import("../../types/wire/OutstandingPaper.ts").OutstandingPaper} */ paper) => {
    const { paperId, kind: key, since, missing } = paper;
    const title = titleOf(paper);
    return html`<li class="given__one"><span class="given__what"><span>${title}</span><span class="small muted">${said.since(key, dayInWords(since))} ${said.missing(missing)}</span></span>
      <span class="given__acts"><a class="button" href=${`#/sign/${paperId}`} aria-label=${said.signThis(title)}>${said.sign}</a></span></li>`;
  };

  #row = (/** @type {GivenPaper} */ paper) => {
    const title = titleOf(paper);
    const facts = [paper.replaces && said.replaces(dayInWords(paper.replaces)), paper.masked && said.masked, paper.signed && said.signed, paper.documentId && said.document(paper.documentId)];
    return html`<li class="given__one" data-given=${paper.id}><span class="given__what"><span>${title}</span>
        ${paper.given.map(({ at, recipient, way, locked }) => html`<span class="small" dir="auto">${said.once(dayInWords(at), recipient, way, locked)}</span>`)}
        <span class="small muted">${facts.filter(Boolean).join(" · ")}</span></span>
      <span class="given__acts"><a class="button button--text given__view" href=${`#/paper/kept/${paper.id}`} aria-label=${said.viewThis(title)}>${said.view}</a>
        ${paper.signed ? html`<a class="button button--text" href=${`#/paper/signed/${paper.id}`} aria-label=${said.signedPaperOf(title)}>${said.signedPaper}</a>` : nothing}
        ${paper.versionNo ? nothing : html`<button type="button" class="button button--text button--danger" aria-label=${said.removeThis(title)} @click=${() => this.#remove(paper)}>${said.remove}</button>`}</span></li>`;
  };

  async read() {
    // What was refused a moment ago stays on the screen.
    const { problem } = this;
    const asked = this.#clientId;
    const given = await this.attempt(() => givenPapers(asked), said.reading);
    if (!given || asked !== this.#clientId) return;
    this.problem = problem;
    this.#given = given;
    this.drawNow();
  }

  /** @param {GivenPaper} paper */
  async #remove(paper) {
    if ((await this.attempt(() => removeGiven(paper.id))) === undefined) return;
    await this.read();
    /** @type {HTMLElement | null} */ (this.querySelector(".given__view"))?.focus();
    const undo = async () => {
      await this.attempt(() => restoreGiven(paper.id));
      await this.read();
    };
    say({ message: said.removed(titleOf(paper)), undo });
  }
}

/** @param {{kind: string, sessionNumber: number | null, versionNo: number | null}} paper */
function titleOf({ kind: key, sessionNumber, versionNo }) {
  if (versionNo) return said.version(kind(key), versionNo);
  return sessionNumber ? said.session(kind(key), sessionNumber) : kind(key);
}
