import { dayOf, momentFrom, timeOf } from "../../lib/dates.js";
import { newRow } from "../../lib/session-rows.js";
import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const said = words.wrapUp;

/** What comes next, and what is hers alone. Raises `next:set`, `row:wanted`, `row:removed`. */
export class WrapNext extends View {
  /** @type {any} */
  frame = null;
  /** @type {any[]} questions asked, when she had them noted */
  uses = [];
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    if (!this.frame) return "";
    const { session, followUps } = this.frame;
    const at = session.nextSessionAt;
    const field = (/** @type {string} */ name, /** @type {string} */ label, lines = false) => html`
      <kept-field .label=${label} .lines=${lines} .value=${session[name] ?? ""} .editor=${name} .draft=${this.drafted(name)} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()}
        @field:kept=${(/** @type {CustomEvent} */ event) => (event.stopPropagation(), this.tell("next:set", { [name]: event.detail.text || null, editor: name }))}></kept-field>`;
    return html`<div class="next">
      <topic-standing .frame=${this.frame}></topic-standing>
      <div class="row"><span class="field__label">${words.closing.next}</span>
        <label><span class="said">${words.closing.next}: ${words.closing.date}</span><input class="input input--short" type="date" name="next-date" .value=${at ? dayOf(new Date(at)) : ""} @change=${this.#dated}></label>
        <label><span class="said">${words.closing.next}: ${words.closing.time}</span><input class="input input--short" type="time" name="next-time" .value=${at ? timeOf(at) : ""} @change=${this.#dated}></label></div>
      <ul class="next__rows">${repeat(followUps, (/** @type {any} */ row) => row.id, (/** @type {any} */ row) => this.#row(row))}</ul>
      <div class="row">
        <kept-field .label=${said.addFollowUp} .hint=${said.addFollowUp} .hidesLabel=${true} .adds=${true} .editor=${"add:followUp"} .draft=${this.drafted("add:followUp")} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()}
          @field:kept=${(/** @type {CustomEvent} */ event) => (event.stopPropagation(), this.tell("row:wanted", { row: newRow("followUp", { what: event.detail.text }), editor: "add:followUp" }))}></kept-field>
        ${followUps.some((/** @type {any} */ row) => row.what === words.closing.clientWritesWhat) ? "" : html`<button type="button" class="button"
          @click=${() => this.tell("row:wanted", { row: newRow("followUp", { owner: "client", what: words.closing.clientWritesWhat }) })}>${words.closing.clientWrites}</button>`}</div>
      ${field("forNextTime", words.closing.forNextTime)}
      ${field("reflection", said.reflection, true)}
      <questions-used .model=${this.frame.model} .uses=${this.uses}></questions-used>
    </div>`;
  }

  /** @param {any} row */
  #row(row) {
    const save = (/** @type {any} */ change) => this.tell("row:wanted", { row: { type: "followUp", ...row, ...change } });
    return html`<li class="words__row words__row--shared">
      <label><span class="said">${said.who}: ${row.what}</span><select class="input words__by" @change=${(/** @type {any} */ event) => save({ owner: event.target.value })}>
        ${Object.entries(said.owner).map(([value, text]) => html`<option value=${value} ?selected=${value === row.owner}>${text}</option>`)}</select></label>
      <kept-field class="words__field" .label=${words.results.change(row.what)} .hidesLabel=${true} .value=${row.what} @field:on=${(/** @type {Event} */ event) => event.stopPropagation()}
        @field:kept=${(/** @type {CustomEvent} */ event) => (event.stopPropagation(), event.detail.text && save({ what: event.detail.text }))}></kept-field>
      <label><span class="said">${said.until}: ${row.what}</span><input class="input input--short" type="date" .value=${row.dueDate ?? ""} @change=${(/** @type {any} */ event) => save({ dueDate: event.target.value || null })}></label>
      <label class="choice"><input type="checkbox" .checked=${row.done} @change=${(/** @type {any} */ event) => save({ done: event.target.checked })}><span>${said.done}</span></label>
      <button type="button" class="button button--text button--danger" aria-label=${words.results.remove(row.what)} @click=${() => this.tell("row:removed", { type: "followUp", id: row.id })}>×</button></li>`;
  }

  #dated = () => {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    const date = value("next-date");
    if (!date) this.tell("next:set", { nextSessionAt: null });
    else if (value("next-time")) this.tell("next:set", { nextSessionAt: momentFrom(date, value("next-time")) });
  };

  drawn() {
    for (const field of this.querySelectorAll("kept-field, topic-standing, questions-used")) /** @type {View} */ (field).update();
  }
}
