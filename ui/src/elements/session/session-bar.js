import { elapsedMs, minutesLeft, stamp } from "../../lib/session-clock.js";
import { hasContradiction } from "../../lib/session-course.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course } from "../../words/en/course.js";
import { session as words } from "../../words/en/session.js";

/** @typedef {"left"|"elapsed"|"none"} ClockMode */

/** @param {any} session @param {number} now @param {ClockMode} mode */
export function clockWords(session, now, mode) {
  if (mode === "none") return words.clock.none;
  if (mode === "elapsed") return words.clock.elapsed(stamp(elapsedMs(session, now)));
  const left = minutesLeft(session, now);
  return left >= 0 ? words.clock.left(left) : words.clock.over(-left);
}

/** The state of recording in a word; nothing before she asks. @param {any[]} consents @returns {"recording"|"notRecording"|null} */
export function recordingState(consents) {
  const last = consents.filter(({ purpose }) => purpose === "record_audio" || purpose === "record_video").at(-1);
  if (!last) return null;
  return last.decision === "granted" ? "recording" : "notRecording";
}

/** The bar on top: clock, first name or code, topics, recording, cover, the rest. Raises `clock:turned`, `recording:opened`, `cover:wanted`. */
export class SessionBar extends View {
  /** @type {any} */
  frame = null;
  /** @type {any[]} */
  notes = [];
  now = 0;
  columnClosed = false;
  /** @type {ClockMode} */
  mode = "left";

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    const recording = recordingState(frame.consents);
    const number = words.of(frame.session.number, frame.planned);
    return html`
      <header class="bar">
        <button type="button" class="bar__button bar__clock" title=${words.clock.change} @click=${() => this.tell("clock:turned")}>${clockWords(frame.session, this.now, this.mode)}</button>
        <p class="bar__name"><span dir="auto">${frame.nameOnScreen}</span>${number ? html`<span class="bar__number"> · ${number}</span>` : nothing}</p>
        <topic-chips .frame=${frame} .notes=${this.notes}></topic-chips>
        <div class="bar__end">
          ${hasContradiction(frame)
            ? html`<button type="button" class="bar__button bar__contradiction" @click=${() => this.tell("recording:opened")}>${course.withdrawn.bar}</button>`
            : recording ? html`<button type="button" class="bar__button" @click=${() => this.tell("recording:opened")}>${words.bar[recording]}</button>` : nothing}
          <button type="button" class="bar__button" aria-keyshortcuts="Control+Shift+H Meta+Shift+H" @click=${() => this.tell("cover:wanted")}>${words.bar.cover}</button>
          <session-menu .frame=${frame} .columnClosed=${this.columnClosed}></session-menu>
        </div>
      </header>`;
  }

  drawn() {
    for (const part of this.querySelectorAll("topic-chips, session-menu")) /** @type {View} */ (part).update();
  }
}
