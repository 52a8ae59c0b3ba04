import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** One paper on a page of its own. */
export class PaperPage extends View {
  /** @type {any} */
  #route = {};
  #frozen = false;

  /** @param {any} route */
  set route(route) {
    this.#route = route;
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
    const { kind } = this.#route;
    const title = /** @type {Record<string, string>} */ (words.papers.title)[kind] ?? words.papers.title.agreement;
    return html`<div class="page">
      <button type="button" class="button button--text button--flush" @click=${() => history.back()}>${words.common.back}</button>
      <div class="page__head"><h1 tabindex="-1">${title}</h1>
        ${kind === "agreement" ? html`<p class="muted">${this.#frozen ? words.papers.frozen : words.papers.draft}</p>` : nothing}</div>
      <paper-preview .primary=${true} .paper=${paperOf(this.#route)}></paper-preview>
    </div>`;
  }
}

/** What the address means. @param {any} route @returns {import("../../types/wire/PaperRequest.ts").PaperRequest} */
function paperOf({ kind, id }) {
  switch (kind) {
    case "session_summary":
      return { kind, sessionId: id };
    case "action_plan":
    case "recording_consent":
      return { kind, sessionId: null, engagementId: id };
    case "recovery_sheet":
      return { kind };
    default:
      return { kind: "agreement", versionId: id };
  }
}
