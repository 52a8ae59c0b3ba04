import { momentInWords } from "../../lib/dates.js";
import { stamp } from "../../lib/session-clock.js";
import { digitOf, letterOf } from "../../lib/session-keys.js";
import { isShared, kindsOf, phaseName, phaseOfDigit, spoken, tagOf } from "../../lib/session-kinds.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { between as said } from "../../words/en/between.js";
import { session as words } from "../../words/en/session.js";

const between = said.wrapUp;

/**
 * Her lines after the session. Arrows move, Enter edits, Esc leaves; letters and 1–4 act only while a line has the focus.
 * Raises `line:act` (note, letter), `line:phase` (notes, phase), `line:edited` (note, text), `line:topic` (notes).
 */
export class WrapLines extends View {
  /** @type {any[]} */
  notes = [];
  /** @type {any} */
  frame = null;
  lettersOn = true;
  /** @type {Map<number, {at: string, text: string}[]>} what lines said before, as far as it was asked for */
  revisions = new Map();
  /** @type {(editor: string) => string | null} */
  drafted = () => null;
  #at = 0;
  #from = 0;
  /** @type {number | null} */
  #editing = null;
  /** How many lines there were when the one with the focus was left out. */
  #refocus = 0;

  template() {
    if (!this.frame) return nothing;
    this.#at = Math.max(0, Math.min(this.#at, this.notes.length - 1));
    const [low, high] = [Math.min(this.#at, this.#from), Math.max(this.#at, this.#from)];
    return html`<ol class="lines" aria-label=${words.wrapUp.lines}>
      ${repeat(this.notes, (note) => note.id, (note, index) => this.#line(note, index, index >= low && index <= high && low !== high))}
    </ol>`;
  }

  /** @param {any} note @param {number} index @param {boolean} inRange */
  #line(note, index, inRange) {
    const { frame } = this;
    const tag = tagOf(frame.model, note.phase);
    const shared = isShared(note, frame);
    const kinds = kindsOf(note, frame).map(({ key }) => words.kinds[/** @type {"option"} */ (key)]).join(" · ");
    return html`<li class="note note--wrap ${shared ? "note--shared" : ""} ${inRange ? "note--range" : ""}" tabindex=${index === this.#at ? "0" : "-1"} data-index=${index}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#pressed(event, note, index)} @focus=${() => this.#focused(index)} @dblclick=${() => this.#edit(note)}>
      <time class="note__time">${stamp(note.elapsedMs)}</time>
      <span class="note__tag tag tag--${tag.colour}"><span aria-hidden="true">${tag.letter}</span><span class="said">${phaseName(frame.model, note.phase, words.phases)}</span></span>
      ${this.#editing === note.id
        ? html`<kept-field class="note__edit" .label=${words.wrapUp.editLine} .hidesLabel=${true} .lines=${true} .value=${note.text} .editor=${`note:${note.id}`} .draft=${this.drafted(`note:${note.id}`)}
            @field:on=${(/** @type {Event} */ event) => this.#done(event, note, index)} @field:kept=${(/** @type {CustomEvent} */ event) => this.#done(event, note, index)}></kept-field>`
        : html`<span class="note__text" dir="auto">${spoken(note)}</span>`}
      <span class="note__kind">${kinds}</span>${shared ? html`<span class="said">${words.shared}</span>` : nothing}
      ${note.earlier && this.#editing !== note.id ? this.#earlier(note) : nothing}
    </li>`;
  }

  /** What the line said before; fetched when it is opened. @param {any} note */
  #earlier(note) {
    const told = this.revisions.get(note.id);
    return html`<details class="note__earlier small muted" @toggle=${(/** @type {any} */ event) => event.target.open && this.tell("line:earlier", note)}>
      <summary>${between.earlier(note.earlier)}</summary>
      <ol>${(told ?? []).map(({ at, text }) => html`<li dir="auto">${text} <span class="tiny">${momentInWords(at)}</span></li>`)}</ol></details>`;
  }

  /** @param {number} index */
  #focused(index) {
    if (index === this.#at) return;
    this.#at = this.#from = index;
    this.update();
  }

  /** @param {KeyboardEvent} event @param {any} note @param {number} index */
  #pressed(event, note, index) {
    if (event.isComposing || event.defaultPrevented || /** @type {HTMLElement} */ (event.target).closest("details") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && this.#editing === null) return this.#go(index, false);
    if (this.#editing !== null) {
      if (event.key !== "Escape") return;
      this.#editing = null;
      this.#go(index, false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#go(index + (event.key === "ArrowDown" ? 1 : -1), event.shiftKey);
    else if (event.key === "Enter") this.#edit(note);
    else if (!this.lettersOn || event.shiftKey || !this.#letter(event, note)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event @param {any} note */
  #letter(event, note) {
    const digit = digitOf(event);
    const phase = digit === null ? null : phaseOfDigit(this.frame.model, digit);
    if (phase) return this.tell("line:phase", { notes: this.#range, phase });
    const letter = letterOf(event);
    if (!letter || !(letter in words.letters) || "cez".includes(letter)) return false;
    if (letter === "t") return this.tell("line:topic", this.#range);
    // The line goes and takes the focus along: the next one gets it.
    if (letter === "d") this.#refocus = this.notes.length;
    for (const each of letter === "d" ? [note] : this.#range) this.tell("line:act", { note: each, letter });
    return true;
  }

  get #range() {
    return this.notes.slice(Math.min(this.#at, this.#from), Math.max(this.#at, this.#from) + 1);
  }

  /** @param {number} index @param {boolean} extends_ */
  #go(index, extends_) {
    this.#at = Math.max(0, Math.min(index, this.notes.length - 1));
    if (!extends_) this.#from = this.#at;
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-index="${this.#at}"]`))?.focus();
  }

  /** @param {any} note */
  #edit(note) {
    this.#editing = note.id;
    this.drawNow();
    /** @type {any} */ (this.querySelector("kept-field"))?.take();
  }

  /** @param {Event} event @param {any} note @param {number} index */
  #done(event, note, index) {
    event.stopPropagation();
    const detail = /** @type {CustomEvent} */ (event).detail;
    this.#editing = null;
    if (detail?.text) this.tell("line:edited", { note, text: detail.text });
    if (!detail || detail.entered) this.#go(index, false);
    else this.update();
  }

  drawn() {
    if (this.#refocus > this.notes.length) {
      this.#refocus = 0;
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-index="${this.#at}"]`))?.focus();
    }
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }
}
