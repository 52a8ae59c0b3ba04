import { kindsOf } from "../../lib/session-kinds.js";
import { newRow } from "../../lib/session-rows.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { session as words } from "../../words/en/session.js";

const said = words.results;

/** What the session leaves behind, over the stream. Raises `row:wanted`, `row:removed`, `note:make`, `panel:left`. */
export class ResultsDrawer extends View {
  /** @type {any} */
  frame = null;
  /** @type {any[]} */
  notes = [];
  /** @type {(editor: string) => string | null} */
  drafted = () => null;
  /** Which parts are shown. @type {("actions"|"options"|"who"|"insights"|"strengths"|"skills"|"resources"|"people")[]} */
  parts = ["actions", "options", "who", "insights", "strengths", "skills", "resources", "people"];
  bare = false;

  template() {
    if (!this.frame) return nothing;
    const body = this.parts.map((part) => this.#part(part));
    if (this.bare) return html`<div class="results">${body}</div>`;
    return html`<section class="panel results" aria-labelledby="results-title">
      <div class="panel__head"><h2 id="results-title">${said.title}</h2>
        <button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${said.close}</button></div>
      ${body}</section>`;
  }

  /** @param {string} part */
  #part(part) {
    const { frame } = this;
    const list = (/** @type {string} */ type, /** @type {any[]} */ rows, /** @type {string} */ label, /** @type {string} */ addLabel, fresh = {}) =>
      html`<words-list data-part=${part} .type=${type} .rows=${rows} .label=${label} .addLabel=${addLabel} .fresh=${fresh} .drafted=${this.drafted}></words-list>`;
    switch (part) {
      case "actions":
        return this.#actions();
      case "options":
        return this.#options();
      case "who":
        return html`<who-will-know .frame=${frame} .drafted=${this.drafted}></who-will-know>`;
      case "insights":
        return list("insight", frame.insights, said.insights, said.addInsight, { topicId: frame.session.activeTopic });
      case "strengths":
        return list("strength", frame.strengths, said.strengths, said.addStrength);
      case "skills":
        return list("skill", frame.skills, said.skills, said.addSkill);
      case "resources":
        return list("resource", frame.resources, said.resources, said.addResource);
      default:
        return list("person", frame.people, said.people, said.addPerson);
    }
  }

  #actions() {
    const { frame } = this;
    return html`<div class="words" data-part="actions" role="group" aria-label=${said.actions}>
      <h3>${said.actions}</h3>
      ${frame.actions.length ? nothing : html`<p class="muted small">${said.noAction}</p>`}
      ${repeat(frame.actions, (/** @type {any} */ action) => action.id, (action) => html`<action-editor .action=${action} .frame=${frame} .drafted=${this.drafted}></action-editor>`)}
      <kept-field .label=${said.addAction} .hint=${said.addAction} .hidesLabel=${true} .editor=${"add:action"} .draft=${this.drafted("add:action")} .adds=${true}
        @field:on=${(/** @type {Event} */ event) => event.stopPropagation()} @field:kept=${this.#added}></kept-field>
    </div>`;
  }

  /** Options wait here with a tick: ticking one is a commitment, nothing else is. */
  #options() {
    const options = this.notes.filter((note) => note.kind === "option" && note.id);
    if (!options.length) return nothing;
    return html`<section class="words" aria-label=${said.options}><h3>${said.options}</h3><ul>
      ${options.map((note) => html`<li><label class="choice"><input type="checkbox" aria-label=${said.chosen(note.text)} .checked=${kindsOf(note, this.frame).some(({ key }) => key === "action")}
        @change=${() => this.tell("note:make", { note, make: "action" })}><span dir="auto">${note.text}</span></label></li>`)}</ul></section>`;
  }

  #added = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const { text, editor } = event.detail;
    this.tell("row:wanted", { row: newRow("action", { what: text, topicId: this.frame.session.activeTopic }), editor });
  };

  drawn() {
    for (const part of this.querySelectorAll("action-editor, who-will-know, words-list, kept-field")) /** @type {View} */ (part).update();
  }

  /** @param {string} [part] */
  take(part = "actions") {
    drawDeep(this);
    const place = this.querySelector(`[data-part=${part}]`);
    /** @type {any} */ (place)?.drawNow?.();
    place?.scrollIntoView?.({ block: "start" });
    const adds = /** @type {any[]} */ ([...(place?.querySelectorAll("kept-field") ?? [])]);
    adds.at(-1)?.take();
  }
}
