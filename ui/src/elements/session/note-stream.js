import { stamp } from "../../lib/session-clock.js";
import { isShared, kindsOf, phaseName, spoken, tagOf } from "../../lib/session-kinds.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const PAGE = 50;

/** The lines kept so far, newest at the bottom, fifty at a time upward. Raises `note:edit` when a line is clicked. */
export class NoteStream extends View {
  /** @type {any[]} */
  notes = [];
  /** @type {any} */
  frame = null;
  #shown = PAGE;
  #atFoot = true;
  #count = 0;
  /** The size at the last look: a scroll that comes from a change of size is not hers. */
  #size = "";
  #space = new ResizeObserver(() => this.toFoot());

  connectedCallback() {
    super.connectedCallback();
    this.#space.observe(this);
  }

  disconnectedCallback() {
    this.#space.disconnect();
  }

  template() {
    if (!this.frame) return nothing;
    const from = Math.max(0, this.notes.length - this.#shown);
    const lines = this.notes.slice(from);
    return html`
      <div class="stream" tabindex="0" @click=${this.#clicked} role="region" aria-label=${words.notes} @scroll=${this.#scrolled}>
        <div class="stream__space">
          ${from ? html`<button type="button" class="button button--text" @click=${this.#earlier}>${words.earlier}</button>` : nothing}
          ${this.notes.length ? nothing : html`<p class="stream__empty muted">${words.empty}</p>`}
        </div>
        <ol class="stream__lines">
          ${repeat(lines, (note) => note.id || note.uid, (note, index) => this.#line(note, lines[index - 1]))}
        </ol>
      </div>`;
  }

  /** @param {any} note @param {any} before */
  #line(note, before) {
    const { frame } = this;
    const tag = tagOf(frame.model, note.phase);
    const kinds = kindsOf(note, frame);
    const shared = isShared(note, frame);
    const turn = before && before.phase !== note.phase;
    return html`
      <li class="note ${shared ? "note--shared" : ""} ${turn ? "note--turn" : ""}" data-note=${note.id}>
        <time class="note__time">${stamp(note.elapsedMs)}</time>
        <span class="note__tag tag tag--${tag.colour}"><span aria-hidden="true">${tag.letter}</span><span class="said">${phaseName(frame.model, note.phase, words.phases)}</span></span>
        <span class="note__text" dir="auto" @click=${() => this.#clickedOn(note)}>${spoken(note)}</span>
        <span class="note__kind">${kinds.map(({ key, sign }, index) => html`${index ? " · " : nothing}${sign ? html`<span aria-hidden="true">${sign} </span>` : nothing}${
          key === "assumption" && note.beliefStatus !== "held" ? html`${words.kinds.assumption}, ${words.beliefs[/** @type {"held"} */ (note.beliefStatus)] ?? nothing}` : words.kinds[/** @type {"option"} */ (key)]}`)}</span>
        ${shared ? html`<span class="said">${words.shared}</span>` : nothing}
      </li>`;
  }

  drawn() {
    const stream = this.querySelector(".stream");
    if (!stream) return;
    if (this.#atFoot || this.notes.length > this.#count) {
      this.#atFoot = true;
      stream.scrollTop = stream.scrollHeight;
    }
    this.#count = this.notes.length;
  }

  /** The newest line stays in view when the space changes. */
  toFoot() {
    const stream = this.querySelector(".stream");
    if (stream && this.#atFoot) stream.scrollTop = stream.scrollHeight;
  }

  #scrolled = (/** @type {Event} */ event) => {
    const stream = /** @type {HTMLElement} */ (event.currentTarget);
    const size = `${stream.scrollHeight} ${stream.clientHeight} ${stream.clientWidth}`;
    const moved = size === this.#size;
    this.#size = size;
    if (!moved) return this.toFoot();
    this.#atFoot = stream.scrollHeight - stream.scrollTop - stream.clientHeight < 8;
    if (stream.scrollTop < 40 && this.notes.length > this.#shown) this.#earlier();
  };

  /** A click into the empty page gives the caret back; words can be selected. */
  #clicked = () => {
    if (getSelection()?.isCollapsed !== false) this.tell("line:wanted");
  };

  /** A click edits the line; words being selected in it are a choice. @param {any} note */
  #clickedOn(note) {
    if (note.id && getSelection()?.isCollapsed !== false) this.tell("note:edit", note);
  }

  #earlier = () => {
    const stream = /** @type {HTMLElement} */ (this.querySelector(".stream"));
    const below = stream.scrollHeight - stream.scrollTop;
    this.#atFoot = false;
    this.#shown += PAGE;
    this.drawNow();
    stream.scrollTop = stream.scrollHeight - below;
  };
}
