import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course } from "../../words/en/course.js";
import { session as words } from "../../words/en/session.js";

/** The row at the foot. Raises `results:opened`, `checkin:wanted`, `closing:opened`, `strip:left`, and what a gap asks. */
export class SessionStatus extends View {
  /** @type {any} */
  frame = null;
  /** What failed is said above the writing line, so that nothing here grows. @type {{state: "saved"|"late"|"failed"}} */
  saving = { state: "saved" };
  /** Whether the window is the strip, and stays above others. @type {import("../../../types/wire/Strip.ts").Strip} */
  strip = { on: false, above: false };

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<footer class="status ${frame.course?.gaps.length ? "status--asking" : ""}">
      <div class="status__results">
        <button type="button" class="status__button" @click=${() => this.tell("results:opened", "actions")}>${words.status.actions(frame.actions.length)}</button>
        <button type="button" class="status__button" @click=${() => this.tell("results:opened", "insights")}>${words.status.insights(frame.insights.length)}</button>
      </div>
      <gap-asks class="status__gap" .gaps=${frame.course?.gaps ?? []}></gap-asks>
      ${this.strip.on ? html`${this.strip.above ? nothing : html`<span class="status__above">${course.strip.notAbove}</span>`}
        <button type="button" class="status__button" aria-keyshortcuts="Control+Shift+M Meta+Shift+M" @click=${() => this.tell("strip:left")}>${course.strip.back}</button>` : nothing}
      ${frame.session.pausedSince ? html`<span class="status__paused">${words.status.paused}</span>
        <button type="button" class="status__button" @click=${() => this.tell("menu:chosen", "pause")}>${words.menu.resume}</button>` : nothing}
      ${this.saving.state === "failed" ? nothing : html`<save-status .state=${this.saving.state}></save-status>`}
      <button type="button" class="status__button status__checkin" @click=${() => this.tell("checkin:wanted")}>${words.status.checkIn}</button>
      <button type="button" class="status__button status__close" aria-keyshortcuts="Control+5 Meta+5" @click=${() => this.tell("closing:opened")}>${words.status.close}</button>
    </footer>`;
  }

  drawn() {
    /** @type {View | null} */ (this.querySelector("gap-asks"))?.update();
  }
}
