import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/** The row at the foot. Raises `results:opened`, `checkin:wanted`, `closing:opened`, `gap:answered`. */
export class SessionStatus extends View {
  /** @type {any} */
  frame = null;
  /** What failed is said above the writing line, so that nothing here grows. @type {{state: "saved"|"late"|"failed"}} */
  saving = { state: "saved" };
  /** @type {number | null} */
  away = null;
  template() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<footer class="status">
      <div class="status__results">
        <button type="button" class="status__button" @click=${() => this.tell("results:opened", "actions")}>${words.status.actions(frame.actions.length)}</button>
        <button type="button" class="status__button" @click=${() => this.tell("results:opened", "insights")}>${words.status.insights(frame.insights.length)}</button>
      </div>
      ${this.away ? html`<span class="status__gap">${words.clock.away(this.away)}
        <button type="button" class="status__button" @click=${() => this.tell("gap:answered", true)}>${words.clock.count}</button></span>` : nothing}
      ${frame.session.pausedSince ? html`<span class="status__paused">${words.status.paused}</span>
        <button type="button" class="status__button" @click=${() => this.tell("menu:chosen", "pause")}>${words.menu.resume}</button>` : nothing}
      ${this.saving.state === "failed" ? nothing : html`<save-status .state=${this.saving.state}></save-status>`}
      <button type="button" class="status__button" @click=${() => this.tell("checkin:wanted")}>${words.status.checkIn}</button>
      <button type="button" class="status__button" aria-keyshortcuts="Control+5 Meta+5" @click=${() => this.tell("closing:opened")}>${words.status.close}</button>
    </footer>`;
  }
}
