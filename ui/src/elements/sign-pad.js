import { View } from "../lib/view.js";
import { html, nothing, svg } from "../vendor/lit-html/lit-html.js";
import { signing as said } from "../words/en/giving.js";

/** The field's own measure; a drawing is kept in it, whatever size the field has on the screen. */
const WIDE = 1000;
const HIGH = 300;
/** Nearer places say nothing more. */
const STEP = 4;

/** A field to sign in with pen, finger or mouse. `.strokes` is what was drawn. Raises `pad:drawn` when a stroke begins. */
export class SignPad extends View {
  /** @type {[number, number][][]} */
  strokes = [];
  #drawing = false;

  template() {
    return html`<div class="sign-pad"><svg class="sign-pad__field" viewBox=${`0 0 ${WIDE} ${HIGH}`} role="img" aria-label=${said.pad}
        @pointerdown=${this.#begin} @pointermove=${this.#draw} @pointerup=${this.#end} @pointercancel=${this.#end}>
        <line class="sign-pad__line" x1="60" x2="940" y1="240" y2="240"></line>
        ${this.strokes.map((stroke) => svg`<polyline class="sign-pad__stroke" points=${pointsOf(stroke)}></polyline>`)}</svg>
      ${this.strokes.length ? nothing : html`<span class="sign-pad__hint small muted" aria-hidden="true">${said.padHint}</span>`}</div>
      ${this.strokes.length ? html`<button type="button" class="button button--text button--flush" @click=${() => this.clear()}>${said.clear}</button>` : nothing}`;
  }

  clear() {
    this.strokes = [];
    this.drawNow();
  }

  #begin = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    /** @type {Element} */ (event.currentTarget).setPointerCapture?.(event.pointerId);
    this.#drawing = true;
    this.strokes = [...this.strokes, [placeOf(event)]];
    this.tell("pad:drawn");
    this.update();
  };

  #draw = (/** @type {PointerEvent} */ event) => {
    if (!this.#drawing) return;
    const stroke = this.strokes[this.strokes.length - 1];
    const [x, y] = placeOf(event);
    const [lastX, lastY] = stroke[stroke.length - 1];
    if (Math.max(Math.abs(x - lastX), Math.abs(y - lastY)) < STEP) return;
    stroke.push([x, y]);
    this.update();
  };

  #end = () => {
    this.#drawing = false;
  };
}

/** Where in the field's own measure, held inside it. @param {PointerEvent} event @returns {[number, number]} */
function placeOf(event) {
  const { left, top, width, height } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const held = (/** @type {number} */ share, /** @type {number} */ whole) => Math.round(Math.min(Math.max(share, 0), 1) * whole);
  return [held((event.clientX - left) / (width || 1), WIDE), held((event.clientY - top) / (height || 1), HIGH)];
}

/** A dot is a line to itself. @param {[number, number][]} stroke */
function pointsOf(stroke) {
  return (stroke.length > 1 ? stroke : [...stroke, ...stroke]).map((place) => place.join(",")).join(" ");
}
