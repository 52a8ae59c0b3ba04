import * as ipc from "../ipc/papers.js";
import { say } from "../lib/notice.js";
import { paperOf } from "../lib/paper-request.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** One paper on a page of its own. */
export class PaperPage extends View {
  /** @type {any} */
  #route = {};
  #frozen = false;
  /** Of the action plan: all that is open, or the last session alone. */
  #ofSession = false;
  /** Of the log of hours: between which days. @type {{from: string | null, until: string | null}} */
  #days = { from: null, until: null };

  /** @param {any} route */
  set route(route) {
    this.#route = route;
    this.#ofSession = !!route.sessionId;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("paper:shown", (event) => {
      this.#frozen = /** @type {CustomEvent} */ (event).detail.frozen;
      this.update();
    });
    this.addEventListener("days:chosen", (event) => {
      this.#days = /** @type {CustomEvent} */ (event).detail;
      this.update();
    });
    this.addEventListener("table:wanted", () => void this.#saveTable());
  }

  template() {
    const { kind, now } = this.#route;
    const title = /** @type {Record<string, string>} */ (words.papers.title)[kind] ?? words.papers.title.agreement;
    const note = /** @type {Record<string, string>} */ (words.papers.note)[kind];
    return html`<div class="page page--desk">
      <div><button type="button" class="button button--text button--flush" @click=${() => history.back()}>${words.common.back}</button></div>
      <div class="page__head row row--base"><h1 tabindex="-1">${title}</h1>
        ${note ? html`<p class="muted small">${note}</p>` : nothing}
        ${kind === "agreement" ? html`<p class="muted small">${this.#frozen ? words.papers.frozen : words.papers.draft}</p>` : nothing}</div>
      ${kind === "action_plan" ? this.#which() : nothing}
      ${kind === "hours_log" ? html`<hours-days></hours-days><problem-note .shown=${this.problem}></problem-note>` : nothing}
      <paper-preview .full=${true} .primary=${true} .printing=${now === "print"} .paper=${this.#paper()}></paper-preview>
    </div>`;
  }

  async #saveTable() {
    const saved = await this.attempt(() => ipc.saveHoursCsv(this.#days.from, this.#days.until), words.papers.saving);
    if (saved) say({ message: words.papers.savedAs(saved.fileName) });
  }

  #which() {
    const said = words.between.plan;
    const choice = (/** @type {boolean} */ ofSession, /** @type {string} */ text) => html`<label class="choice"><input type="radio" name="which" .checked=${this.#ofSession === ofSession}
      @change=${() => ((this.#ofSession = ofSession), this.update())}><span>${text}</span></label>`;
    return html`<fieldset class="row paper__which"><legend class="said">${said.label}</legend>${choice(false, said.open)}${choice(true, this.#route.sessionId ? said.thisSession : said.session)}</fieldset>`;
  }

  #paper() {
    const paper = paperOf(this.#route);
    if (paper.kind === "hours_log") return { ...paper, ...this.#days };
    if (paper.kind !== "action_plan" || !this.#ofSession) return paper;
    // Come from a session, its own plan is meant, and not the last one's.
    return this.#route.sessionId ? { ...paper, sessionId: this.#route.sessionId } : { ...paper, lastSession: true };
  }
}
