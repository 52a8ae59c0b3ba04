import { phaseName } from "../../lib/session-kinds.js";
import { placeFor } from "../../lib/session-questions.js";
import { INTENTS } from "../../lib/session-stage.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { questions as words } from "../../words/en/questions.js";
import { session } from "../../words/en/session.js";

/** Half-typed words of it are kept under this name. */
export const EDITOR = "own-question";

/** Writing a question of her own: its words, its phase, and what the next line becomes. Raises `own:kept` with a question, `own:left`, `field:draft`. */
export class OwnQuestion extends View {
  /** @type {any} */
  model = null;
  phase = "";
  /** The one being changed; none for a new one. @type {any} */
  question = null;
  /** @type {string|null} half-typed words from before */
  draft = null;
  #first = true;

  template() {
    if (!this.model) return nothing;
    const phases = ["OPEN", ...this.model.phases.map((/** @type {any} */ each) => each.key), "CLOSE"];
    return html`<form class="own" aria-label=${words.own.title} @submit=${this.#submitted} @keydown=${this.#pressed}>
      <label class="field own__words"><span class="field__label">${words.own.text}</span>
        <input class="input" name="text" dir="auto" autocomplete="off" maxlength="300" aria-describedby="own-hint" @input=${this.#typed}></label>
      ${this.#choice("phase", words.own.phase, phases.map((key) => [key, phaseName(this.model, key, session.phases)]), this.phase)}
      ${this.#choice("intent", words.own.kind, kinds(), this.question?.intent ?? "own")}
      <p class="own__end"><button class="button">${words.own.keep}</button>
        <button type="button" class="button button--text" @click=${() => this.tell("own:left")}>${words.own.leave}</button>
        <span class="tiny muted" id="own-hint">${words.own.hint}</span></p>
    </form>`;
  }

  drawn() {
    if (!this.#field || !this.#first) return;
    this.#first = false;
    this.#field.value = this.draft || this.question?.text || "";
    for (const [name, value] of [["phase", this.phase], ["intent", this.question?.intent ?? "own"]]) {
      /** @type {HTMLSelectElement} */ (this.querySelector(`[name=${name}]`)).value = value;
    }
  }

  take() {
    this.drawNow();
    this.#field?.focus();
  }

  get #field() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("[name=text]"));
  }

  /** @param {string} name @param {string} label @param {string[][]} options @param {string} value */
  #choice(name, label, options, value) {
    const known = options.some(([key]) => key === value);
    return html`<label class="field"><span class="field__label">${label}</span><select class="input" name=${name}>
      ${known ? nothing : html`<option value=${value} selected>${session.questions.intent_of(value)}</option>`}
      ${options.map(([key, text]) => html`<option value=${key ?? ""} ?selected=${key === value}>${text}</option>`)}</select></label>`;
  }

  #typed = () => this.tell("field:draft", { editor: EDITOR, text: this.#field?.value ?? "" });

  #submitted = (/** @type {Event} */ event) => {
    event.preventDefault();
    const of = (/** @type {string} */ name) => /** @type {any} */ (this.querySelector(`[name=${name}]`)).value.trim();
    if (!of("text")) return this.tell("own:left");
    // Where she left it as it was, it stays where it lies in the bank.
    const same = this.question && of("phase") === this.phase && of("intent") === this.question.intent;
    const place = same ? { phase: this.question.phase, intent: this.question.intent } : placeFor(this.model, of("phase"), of("intent"));
    return this.tell("own:kept", { text: of("text"), ...place });
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.tell("own:left");
  };
}

/** What the next line can become, as intents of the bank. @returns {string[][]} */
function kinds() {
  const word = (/** @type {any} */ { kind, slot }) =>
    slot ? session.slots[/** @type {"topic"} */ (slot)] : session.kinds[/** @type {"evidence"} */ (kind)];
  return [["own", words.own.plain], ...Object.entries(INTENTS).map(([intent, stage]) => [intent, word(stage)])];
}
