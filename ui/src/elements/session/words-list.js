import { newRow } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const said = words.results;

/** A list of short rows that are only words (insights, strengths, skills, what worked before, people) with a field to add one. Raises `row:wanted`, `row:removed`. */
export class WordsList extends View {
  type = "insight";
  /** @type {any[]} */
  rows = [];
  label = "";
  addLabel = "";
  /** @type {(editor: string) => string | null} */
  drafted = () => null;
  /** @type {any} fields of a new row */
  fresh = {};

  template() {
    const key = this.type === "person" ? "alias" : "text";
    const editor = `add:${this.type}`;
    return html`<div class="words" role="group" aria-label=${this.label} @field:kept=${this.#kept} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()}>
      <h3>${this.label}</h3>
      <ul>${repeat(this.rows, (row) => row.id, (row) => html`<li class="words__row ${row.visibility === "shared" ? "words__row--shared" : ""}">
        ${this.#field(row, key, said.change(row[key]))}
        ${this.type === "person" ? this.#field(row, "relation", said.relation) : nothing}
        ${"inClientWords" in row ? this.#toggle(row, "inClientWords", row.inClientWords, said.theirWords, true, false) : nothing}
        ${"namedBy" in row ? html`<label><span class="said">${said.namedBy}</span><select class="input words__by" @change=${(/** @type {any} */ event) => this.#save(row, { namedBy: event.target.value })}>
          ${Object.entries(said.named).map(([value, text]) => html`<option value=${value} ?selected=${value === row.namedBy}>${text}</option>`)}</select></label>` : nothing}
        ${"visibility" in row ? this.#toggle(row, "visibility", row.visibility === "shared", words.shared, "shared", "private") : nothing}
        <button type="button" class="button button--text button--danger" aria-label=${said.remove(row[key])} @click=${() => this.tell("row:removed", { type: this.type, id: row.id })}>×</button>
      </li>`)}</ul>
      <kept-field .label=${this.addLabel} .hint=${this.addLabel} .hidesLabel=${true} .editor=${editor} .draft=${this.drafted(editor)} .adds=${true}></kept-field>
    </div>`;
  }

  /** @param {any} row @param {string} name @param {string} label */
  #field(row, name, label) {
    const editor = `row:${this.type}:${row.id}:${name}`;
    return html`<kept-field class="words__field" .label=${label} .hint=${name === "relation" ? said.relation : ""} .hidesLabel=${true} .value=${row[name] ?? ""} .editor=${editor} .draft=${this.drafted(editor)}></kept-field>`;
  }

  /** @param {any} row @param {string} name @param {boolean} on @param {string} label @param {any} yes @param {any} no */
  #toggle(row, name, on, label, yes, no) {
    return html`<button type="button" class="button words__toggle" aria-pressed=${on ? "true" : "false"} @click=${() => this.#save(row, { [name]: on ? no : yes })}>${label}</button>`;
  }

  #kept = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const { editor, text } = event.detail;
    const key = this.type === "person" ? "alias" : "text";
    if (editor.startsWith("add:")) {
      this.tell("row:wanted", { row: newRow(this.type, { ...this.fresh, [key]: text }), editor });
      return;
    }
    const [, , id, name] = editor.split(":");
    const row = this.rows.find((each) => each.id === Number(id));
    if (!row) return;
    if (!text && name === key) this.tell("row:removed", { type: this.type, id: row.id, editor });
    else this.#save(row, { [name]: text || null }, editor);
  };

  /** @param {any} row @param {any} change @param {string} [editor] */
  #save(row, change, editor) {
    this.tell("row:wanted", { row: { type: this.type, ...row, ...change }, editor });
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }
}
