import { chipName, newRow } from "../../lib/session-rows.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

export const SLOTS = ["topic", "wanted_result", "importance", "measure", "need_to_address", "present_state"];

/** The focus for today. Raises `row:wanted` (a row to save), `row:removed`, and `card:left` at the end. */
export class FocusCard extends View {
  /** @type {any} */
  frame = null;
  /** @type {(editor: string) => string | null} */
  drafted = () => null;
  /** In later sessions the opening is one line here. */
  reminder = false;

  template() {
    const reminded = this.frame.checks.some((/** @type {any} */ check) => check.key === "role_restated");
    return html`<section class="fcard" aria-labelledby="card-title">
      ${this.reminder ? html`<label class="choice fcard__reminder"><input type="checkbox" .checked=${reminded}
        @change=${(/** @type {any} */ event) => this.tell("check:ticked", { key: "role_restated", done: event.target.checked, acknowledged: null, note: null })}><span>${words.opening.oneLine}</span></label>` : ""}
      <div class="fcard__head"><h2 id="card-title">${words.focus.title}</h2><span class="tiny muted">${words.focus.hint}</span>
        <button type="button" class="button button--text" @click=${() => this.tell("card:left")}>${words.focus.fold}</button></div>
      <from-last-time .frame=${this.frame}></from-last-time>
      ${SLOTS.map((slot) => this.#slot(slot))}
    </section>`;
  }

  /** @param {string} slot */
  #slot(slot) {
    const rows = this.rowsOf(slot);
    const label = words.slots[/** @type {"topic"} */ (slot)];
    const editor = `focus:${slot}`;
    return html`<div class="fcard__slot" data-slot=${slot} @field:kept=${(/** @type {CustomEvent} */ event) => this.#kept(slot, event)} @field:on=${(/** @type {CustomEvent} */ event) => this.#on(slot, event)}>
      <span class="fcard__label" aria-hidden="true">${label}</span>
      <div class="fcard__rows">
        ${repeat(rows, (row) => row.id, (row) => this.#row(slot, row))}
        <div class="fcard__pair">
          <kept-field class="fcard__add" .label=${label} .hidesLabel=${true} .editor=${editor} .draft=${this.drafted(editor)} .adds=${true}></kept-field>
          ${slot === "measure" ? html`<kept-field class="fcard__how" .label=${words.focus.how} .hint=${words.focus.how} .hidesLabel=${true} .editor=${"focus:how"} .draft=${this.drafted("focus:how")} .adds=${true}></kept-field>` : ""}
        </div>
      </div>
    </div>`;
  }

  /** @param {string} slot @param {any} row */
  #row(slot, row) {
    const text = row.title ?? row.text;
    const part = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ label, hint = "") => html`
      <kept-field class="fcard__${name}" .label=${label} .hint=${hint} .hidesLabel=${true} .value=${value} .editor=${`row:${row.type}:${row.id}:${name}`} .draft=${this.drafted(`row:${row.type}:${row.id}:${name}`)}></kept-field>`;
    return html`<div class="fcard__pair" data-row=${row.id}>
      ${part(slot === "topic" ? "title" : "text", text, words.focus.edit(text))}
      ${slot === "topic" ? part("shortName", row.shortName ?? chipName(row), words.focus.shortName) : ""}
      ${slot === "measure" ? part("howKnown", row.howKnown ?? "", `${words.focus.how}: ${text}`, words.focus.how) : ""}
    </div>`;
  }

  /** @param {string} slot */
  rowsOf(slot) {
    const of = (/** @type {any[]} */ rows, /** @type {string} */ type) => rows.map((row) => ({ type, ...row }));
    if (slot === "topic") return of(this.frame.topics, "topic");
    if (slot === "measure") return of(this.frame.measures, "measure");
    return of(this.frame.focus.filter((/** @type {any} */ line) => line.slot === slot), "focus");
  }

  /** @param {string} slot @param {CustomEvent} event */
  #kept(slot, event) {
    const { editor, text, more, entered } = event.detail;
    const [kind, type, id, name] = editor.split(":");
    if (kind === "row") {
      const row = this.rowsOf(slot).find((each) => each.id === Number(id));
      if (!text && (name === "text" || name === "title")) this.tell("row:removed", { type, id: Number(id), editor });
      else this.tell("row:wanted", { row: { ...row, [name]: text || null }, editor });
    } else if (editor === "focus:how") {
      const last = this.rowsOf("measure").at(-1);
      if (last) this.tell("row:wanted", { row: { ...last, howKnown: text }, editor });
    } else {
      const fields = slot === "topic" ? { title: text } : slot === "measure" ? { text, topicId: this.frame.session.activeTopic } : { slot, text };
      this.tell("row:wanted", { row: newRow(slot === "topic" || slot === "measure" ? slot : "focus", fields), editor });
    }
    if (entered && !(more && editor !== "focus:how")) this.#next(editor, more, kind === "row" ? slot : "");
  }

  /** @param {string} slot @param {CustomEvent} event */
  #on(slot, event) {
    event.stopPropagation();
    const field = /** @type {any} */ (event.target);
    this.#next(field.editor, false, slot);
  }

  /** @param {string} editor @param {boolean} more @param {string} [slot] */
  #next(editor, more, slot = "") {
    const fields = /** @type {any[]} */ ([...this.querySelectorAll(".fcard__add, .fcard__how")]);
    if (editor === "focus:how" && more) return fields.find((field) => field.editor === "focus:measure").take();
    let at = fields.findIndex((field) => field.editor === editor);
    if (at < 0) at = fields.findIndex((field) => field.editor === `focus:${slot}`) - 1;
    else if (editor === "focus:measure" && slot) at += 1;
    const next = fields[at + 1];
    if (next) next.take();
    else this.tell("card:left");
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }

  /** The caret stands in the first empty slot. */
  take() {
    drawDeep(this);
    const empty = SLOTS.find((slot) => !this.rowsOf(slot).length) ?? SLOTS[0];
    /** @type {any} */ (this.querySelector(`[data-slot=${empty}] .fcard__add`))?.take();
  }
}
