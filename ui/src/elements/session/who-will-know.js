import { newRow } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const said = words.results;

/** Who will know about which actions. Raises `row:wanted` and `row:removed`. */
export class WhoWillKnow extends View {
  /** @type {any} */
  frame = null;
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    return html`<section class="words who" aria-label=${said.whoWillKnow} @field:kept=${this.#kept} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()}>
      <h3>${said.whoWillKnow}</h3>
      <ul>${repeat(this.frame?.accountability ?? [], (/** @type {any} */ row) => row.id, (/** @type {any} */ row) => this.#row(row))}</ul>
      <kept-field .label=${said.addWho} .hint=${said.addWho} .hidesLabel=${true} .editor=${"add:accountability"} .draft=${this.drafted("add:accountability")} .adds=${true}></kept-field>
    </section>`;
  }

  /** @param {any} row */
  #row(row) {
    return html`<li class="who__row">
      <div class="words__row words__row--shared">
        <label><span class="said">${said.kinds.person}</span><select class="input words__by" aria-label=${words.wrapUp.kind} @change=${(/** @type {any} */ event) => this.#save(row, { kind: event.target.value })}>
          ${Object.entries(said.kinds).map(([value, text]) => html`<option value=${value} ?selected=${value === row.kind}>${text}</option>`)}</select></label>
        ${this.#field(row, "who", said.change(row.who), "")}
        ${this.#field(row, "how", said.how, said.how)}
        ${this.#field(row, "howOften", said.howOften, said.howOften)}
        <button type="button" class="button button--text button--danger" aria-label=${said.remove(row.who)} @click=${() => this.tell("row:removed", { type: "accountability", id: row.id })}>×</button>
      </div>
      <fieldset class="who__covers"><legend class="said">${said.covers} ${row.who}</legend>
        ${this.frame.actions.map((/** @type {any} */ action) => html`<label class="choice"><input type="checkbox" .checked=${row.actions.includes(action.id)}
          @change=${(/** @type {any} */ event) => this.#save(row, { actions: event.target.checked ? [...row.actions, action.id] : row.actions.filter((/** @type {number} */ id) => id !== action.id) })}><span dir="auto">${action.what}</span></label>`)}
      </fieldset></li>`;
  }

  /** @param {any} row @param {string} name @param {string} label @param {string} hint */
  #field(row, name, label, hint) {
    const editor = `row:accountability:${row.id}:${name}`;
    return html`<kept-field class="words__field" .label=${label} .hint=${hint} .hidesLabel=${true} .value=${row[name] ?? ""} .editor=${editor} .draft=${this.drafted(editor)}></kept-field>`;
  }

  #kept = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const { editor, text } = event.detail;
    if (editor === "add:accountability") {
      this.tell("row:wanted", { row: newRow("accountability", { who: text, actions: [] }), editor });
      return;
    }
    const [, , id, name] = editor.split(":");
    const row = this.frame.accountability.find((/** @type {any} */ each) => each.id === Number(id));
    if (row && (text || name !== "who")) this.#save(row, { [name]: text || null }, editor);
  };

  /** @param {any} row @param {any} change @param {string} [editor] */
  #save(row, change, editor) {
    this.tell("row:wanted", { row: { type: "accountability", ...row, ...change }, editor });
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }
}
