import { isOver, openParts } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { between } from "../../words/en/between.js";
import { session as words } from "../../words/en/session.js";

const said = words.results;

/** The day or days an action was read as. @param {any} due @returns {string} */
export function dayWords(due) {
  if (!due || due.kind === "none") return "";
  const say = (/** @type {string} */ day) => new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
  if (due.kind === "window" && due.from && due.date) return `${say(due.from)} – ${say(due.date)}`;
  const day = due.date ?? due.from;
  return day ? say(day) : "";
}

/** One action: what, by when, with, the verb as said, the sign, after what. Missing parts are open circles. Raises `row:wanted`, `row:removed` and `action:stands`. */
export class ActionEditor extends View {
  /** @type {any} */
  action = null;
  /** @type {any} */
  frame = null;
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    const { action, frame } = this;
    if (!action || !frame) return nothing;
    const open = openParts(action, frame);
    const dueWords = action.due?.text ?? "";
    const day = dayWords(action.due);
    const known = frame.accountability.filter((/** @type {any} */ row) => row.actions.includes(action.id)).map((/** @type {any} */ row) => row.who);
    return html`<div class="action ${isOver(action) ? "action--over" : ""}" @field:kept=${this.#kept}>
      <div class="action__first"><span class="action__open" role=${open.length ? "img" : nothing} aria-hidden=${open.length ? nothing : "true"} aria-label=${open.length ? said.open(open.map((part) => ({ due: said.due, with: said.with, whoWillKnow: said.whoWillKnow })[part]).join(", ")) : nothing}>${open.length ? "○".repeat(open.length) : "✓"}</span>
        ${this.#field("what", said.what, action.what, true)}
        <button type="button" class="button button--text" aria-pressed=${action.visibility === "shared" ? "true" : "false"} @click=${() => this.#save({ visibility: action.visibility === "shared" ? "private" : "shared" })}>${action.visibility === "shared" ? words.shared : words.mine}</button>
        <button type="button" class="button button--text button--danger" aria-label=${said.remove(action.what)} @click=${() => this.tell("row:removed", { type: "action", id: action.id })}>×</button></div>
      <div class="action__parts">
        <div class="action__due">${this.#field("dueText", said.due, dueWords)}
          <span class="tiny muted">${day || said.noDate}${day && action.due.readFromWords ? html` · ${said.read} <button type="button" class="action__seen" @click=${() => this.#save({ due: { ...action.due, readFromWords: false } })}>${said.seen}</button>` : nothing}</span></div>
        ${this.#field("support", said.with, action.support ?? "")}
        ${this.#field("wording", said.verb, action.wording ?? "")}
        ${this.#field("successSign", said.sign, action.successSign ?? "")}
        ${this.#field("obstacle", said.obstacle, action.obstacle ?? "")}
        <label class="field"><span class="field__label">${said.after}</span><select class="input" @change=${this.#after}>
          <option value="" ?selected=${!action.afterActionId}>${said.nothingAfter}</option>
          ${frame.actions.filter((/** @type {any} */ other) => other.id !== action.id).map((/** @type {any} */ other) => html`<option value=${other.id} ?selected=${other.id === action.afterActionId}>${other.what}</option>`)}
        </select></label>
        <label class="field"><span class="field__label">${said.stands}</span><select class="input action__stands" @change=${this.#stands}>
          ${Object.entries(between.actions.status).map(([key, text]) => html`<option value=${key} ?selected=${key === action.status}>${text}</option>`)}
        </select></label>
      </div>
      <p class="action__who small"><span class="muted">${said.whoWillKnow}</span> ${known.length ? html`<span dir="auto">${known.join(", ")}</span>` : html`<span class="muted">– ${said.nobodyYet}</span>`}</p>
    </div>`;
  }

  /** @param {string} name @param {string} label @param {string} value @param {boolean} [bare] */
  #field(name, label, value, bare = false) {
    const editor = `action:${this.action.id}:${name}`;
    return html`<kept-field .label=${label} .hidesLabel=${bare} .value=${value} .editor=${editor} .draft=${this.drafted(editor)}></kept-field>`;
  }

  #kept = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const { editor, text } = event.detail;
    const name = editor.split(":")[2];
    if (name === "what" && !text) return;
    if (name !== "dueText") this.#save({ [name]: text || null }, editor);
    else if (text) this.#save({ due: null, dueText: text }, editor);
    else this.#save({ due: { kind: this.action.afterActionId ? "after" : "none", text: null, from: null, date: null, readFromWords: false } }, editor);
  };

  #after = (/** @type {any} */ event) => {
    const id = Number(event.target.value) || null;
    const due = this.action.due ?? { kind: "none", text: null, from: null, date: null, readFromWords: false };
    const kind = id && due.kind === "none" ? "after" : !id && due.kind === "after" ? "none" : due.kind;
    this.#save({ afterActionId: id, due: { ...due, kind } });
  };

  #stands = (/** @type {any} */ event) => this.tell("action:stands", { action: this.action, status: event.target.value });

  /** @param {any} change @param {string} [editor] */
  #save(change, editor) {
    this.tell("row:wanted", { row: { type: "action", ...this.action, ...change }, editor });
  }

  drawn() {
    // A choice that was taken back is drawn again as it stands in the book.
    const stands = /** @type {HTMLSelectElement | null} */ (this.querySelector(".action__stands"));
    if (stands) stands.value = this.action.status;
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }
}
