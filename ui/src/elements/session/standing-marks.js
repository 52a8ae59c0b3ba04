import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const said = words.closing;

/** @type {Readonly<Record<string, keyof typeof said.results>>} */
const LETTERS = Object.freeze({ m: "met", p: "partly", n: "not_met", "-": "not_asked", g: "carried_forward" });

/** How measures or wanted results stand: by `m`, `p`, `n`, `-`, with the client's words and who said so. Raises `row:wanted`, and `standing:done` after the last. */
export class StandingMarks extends View {
  /** @type {any[]} rows with their type */
  rows = [];
  label = "";
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    return html`<ul class="standing" aria-label=${this.label}>${repeat(this.rows, (row) => `${row.type}${row.id}`, (row) => html`
      <li class="standing__row">
        <span class="standing__text" dir="auto">${row.text}${row.howKnown ? html` <span class="muted small">${row.howKnown}</span>` : ""}</span>
        <div class="standing__marks" role="group" aria-label=${row.text} tabindex="0" @keydown=${(/** @type {KeyboardEvent} */ event) => this.#pressed(event, row)}>
          ${Object.entries(said.results).map(([key, text]) => html`<button type="button" class="standing__mark" tabindex="-1" aria-pressed=${row.standing.result === key ? "true" : "false"} aria-label="${text}: ${row.text}"
            @click=${() => this.#mark(row, key)}>${text}</button>`)}
        </div>
        <kept-field class="standing__words" .label=${`${said.words}: ${row.text}`} .hint=${words.results.theirWords} .hidesLabel=${true} .value=${row.standing.evidence ?? ""} .editor=${`standing:${row.type}:${row.id}`} .draft=${this.drafted(`standing:${row.type}:${row.id}`)}
          @field:on=${(/** @type {Event} */ event) => this.#next(event)} @field:kept=${(/** @type {CustomEvent} */ event) => this.#says(event, row)}></kept-field>
        <label><span class="said">${said.who}: ${row.text}</span><select class="input standing__who" @change=${(/** @type {any} */ event) => this.#save(row, { assessedBy: event.target.value || null })}>
          <option value="" ?selected=${!row.standing.assessedBy}>${said.who}</option>
          ${Object.entries(said.assessed).map(([key, text]) => html`<option value=${key} ?selected=${row.standing.assessedBy === key}>${text}</option>`)}</select></label>
      </li>`)}</ul>`;
  }

  /** @param {KeyboardEvent} event @param {any} row */
  #pressed(event, row) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const result = LETTERS[event.key.toLowerCase()];
    const marks = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".standing__marks")]);
    const at = marks.indexOf(/** @type {HTMLElement} */ (event.currentTarget));
    if (result) {
      this.#mark(row, result);
      /** @type {any} */ (marks[at]?.parentElement?.querySelector("kept-field"))?.take();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") marks[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    else return;
    event.preventDefault();
  }

  /** @param {any} row @param {string} result */
  #mark(row, result) {
    this.#save(row, { result: row.standing.result === result ? "unknown" : result });
  }

  /** @param {CustomEvent} event @param {any} row */
  #says(event, row) {
    event.stopPropagation();
    this.#save(row, { evidence: event.detail.text || null }, event.detail.editor);
    if (event.detail.entered) this.#next(event);
  }

  /** Enter in the words goes on to the next row. @param {Event} event */
  #next(event) {
    event.stopPropagation();
    const rows = [...this.querySelectorAll(".standing__row")];
    const at = rows.indexOf(/** @type {Element} */ (/** @type {Element} */ (event.target).closest(".standing__row")));
    const next = /** @type {HTMLElement | null | undefined} */ (rows[at + 1]?.querySelector(".standing__marks"));
    if (next) next.focus();
    else this.tell("standing:done");
  }

  /** @param {any} row @param {any} change @param {string} [editor] */
  #save(row, change, editor) {
    this.tell("row:wanted", { row: { ...row, standing: { ...row.standing, ...change } }, editor });
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {View} */ (field).update();
  }
}
