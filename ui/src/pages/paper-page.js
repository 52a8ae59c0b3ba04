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
  }

  template() {
    const { kind, now } = this.#route;
    const title = /** @type {Record<string, string>} */ (words.papers.title)[kind] ?? words.papers.title.agreement;
    return html`<div class="page">
      <button type="button" class="button button--text button--flush" @click=${() => history.back()}>${words.common.back}</button>
      <div class="page__head"><h1 tabindex="-1">${title}</h1>
        ${kind === "agreement" ? html`<p class="muted">${this.#frozen ? words.papers.frozen : words.papers.draft}</p>` : nothing}</div>
      ${kind === "action_plan" ? this.#which() : nothing}
      <paper-preview .primary=${true} .printing=${now === "print"} .paper=${this.#paper()}></paper-preview>
    </div>`;
  }

  #which() {
    const said = words.between.plan;
    const choice = (/** @type {boolean} */ ofSession, /** @type {string} */ text) => html`<label class="choice"><input type="radio" name="which" .checked=${this.#ofSession === ofSession}
      @change=${() => ((this.#ofSession = ofSession), this.update())}><span>${text}</span></label>`;
    return html`<fieldset class="row paper__which"><legend class="said">${said.label}</legend>${choice(false, said.open)}${choice(true, this.#route.sessionId ? said.thisSession : said.session)}</fieldset>`;
  }

  #paper() {
    const paper = paperOf(this.#route);
    if (paper.kind !== "action_plan" || !this.#ofSession) return paper;
    // Come from a session, its own plan is meant, and not the last one's.
    return this.#route.sessionId ? { ...paper, sessionId: this.#route.sessionId } : { ...paper, lastSession: true };
  }
}

/** What the address means. @param {any} route @returns {import("../../types/wire/PaperRequest.ts").PaperRequest} */
function paperOf({ kind, id }) {
  switch (kind) {
    case "session_sheet":
    case "session_summary":
      return { kind, sessionId: id };
    case "action_plan":
      return { kind, sessionId: null, engagementId: id, lastSession: false };
    case "recording_consent":
      return { kind, sessionId: null, engagementId: id };
    case "recovery_sheet":
      return { kind };
    case "kept":
    case "signatures":
      return { kind, paperId: id };
    default:
      return { kind: "agreement", versionId: id };
  }
}
