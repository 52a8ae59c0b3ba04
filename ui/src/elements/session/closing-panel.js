import { dayOf, momentFrom, timeOf } from "../../lib/dates.js";
import { letterOf } from "../../lib/session-keys.js";
import { newRow } from "../../lib/session-rows.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

const said = words.closing;

/** The end in three lines, each skippable: measures, anything else, next. Raises `row:wanted`, `check:ticked`, `next:set`, `session:end`, `panel:left`, `wrapup:now`, `leave:now`. */
export class ClosingPanel extends View {
  /** @type {any} */
  frame = null;
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    const ended = frame.session.status !== "in_progress";
    return html`<section class="panel closing" aria-labelledby="closing-title" @keydown=${this.#pressed} @standing:done=${this.#onward}>
      <div class="panel__head"><h2 id="closing-title" tabindex="-1">${said.title}</h2><span class="tiny muted">${ended ? said.ended : said.keys}</span>
        ${ended ? nothing : html`<button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${said.goOn}</button>`}</div>
      ${ended ? this.#after() : html`${this.#standing()}${this.#anything()}${this.#next()}
        <div class="row"><button type="button" class="button button--primary" @click=${() => this.tell("session:end")}>${said.end}</button></div>`}
    </section>`;
  }

  #standing() {
    const { frame } = this;
    const measures = frame.measures.map((/** @type {any} */ row) => ({ type: "measure", ...row }));
    const wants = frame.focus.filter((/** @type {any} */ row) => row.slot === "wanted_result").map((/** @type {any} */ row) => ({ type: "focus", ...row }));
    return html`<div class="closing__line"><h3>${said.measures}</h3><div>
      ${measures.length ? nothing : html`<p class="muted small">${said.noMeasures}</p>`}
      <standing-marks .rows=${measures} .label=${said.measures} .drafted=${this.drafted}></standing-marks></div></div>
      ${wants.length ? html`<div class="closing__line"><h3>${said.wants}</h3><standing-marks .rows=${wants} .label=${said.wants} .drafted=${this.drafted}></standing-marks></div>` : nothing}
      <div class="closing__line"><h3>${said.stateAfter}</h3><words-list class="closing__after" .type=${"focus"} .rows=${frame.focus.filter((/** @type {any} */ row) => row.slot === "state_after")} .label=${said.stateAfter} .addLabel=${said.stateAfter}
        .fresh=${{ slot: "state_after" }} .drafted=${this.drafted}></words-list></div>`;
  }

  #anything() {
    const check = this.frame.checks.find((/** @type {any} */ each) => each.key === "anything_else_asked");
    return html`<div class="closing__line"><h3>${said.anythingElse}</h3>
      <kept-field .label=${said.anythingElse} .hidesLabel=${true} .value=${check?.note ?? ""} .editor=${"check:anything_else_asked"} .draft=${this.drafted("check:anything_else_asked")}
        @field:kept=${(/** @type {CustomEvent} */ event) => this.#asked(event)}></kept-field></div>`;
  }

  /** @param {CustomEvent} event */
  #asked(event) {
    event.stopPropagation();
    this.tell("check:ticked", { key: "anything_else_asked", done: true, acknowledged: null, note: event.detail.text || null, editor: event.detail.editor });
  }

  #next() {
    const { session } = this.frame;
    const at = session.nextSessionAt;
    const local = at ? { date: dayOf(new Date(at)), time: timeOf(at) } : { date: "", time: "" };
    const writes = this.#clientWrites();
    return html`<div class="closing__line"><h3>${said.next}</h3><div class="row">
      <label><span class="said">${said.next}: ${said.date}</span><input class="input input--short" type="date" name="next-date" .value=${local.date} @change=${this.#dated}></label>
      <label><span class="said">${said.next}: ${said.time}</span><input class="input input--short" type="time" name="next-time" .value=${local.time} @change=${this.#dated}></label>
      <label class="choice"><input type="checkbox" .checked=${!!writes} @change=${() => this.#writes(writes)}><span>${said.clientWrites}</span></label></div></div>`;
  }

  #after() {
    return html`<kept-field .label=${said.forNextTime} .value=${this.frame.session.forNextTime ?? ""} .editor=${"forNextTime"} .draft=${this.drafted("forNextTime")} class="closing__fornext"
        @field:on=${() => this.tell("leave:now")} @field:kept=${(/** @type {CustomEvent} */ event) => this.#forNextTime(event)}></kept-field>
      <p class="tiny muted">${said.forNextTimeHint}</p>
      <div class="row"><button type="button" class="button button--primary" @click=${() => this.tell("wrapup:now")}>${said.wrapUp}</button>
        <button type="button" class="button" @click=${() => this.tell("leave:now")}>${said.later}</button></div>`;
  }

  /** @param {CustomEvent} event */
  #forNextTime(event) {
    event.stopPropagation();
    this.tell("next:set", { forNextTime: event.detail.text || null, editor: event.detail.editor });
  }

  #dated = () => {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    const date = value("next-date");
    if (!date) return void this.tell("next:set", { nextSessionAt: null });
    if (value("next-time")) this.tell("next:set", { nextSessionAt: momentFrom(date, value("next-time")) });
  };

  /** Letters that end the session, wherever no words are being written. @param {KeyboardEvent} event */
  #pressed = (event) => {
    const field = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select, button");
    if (field || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || this.frame.session.status !== "in_progress") return;
    const letter = letterOf(event);
    if (letter === "e") this.tell("session:end");
    else if (letter === "w") this.#writes(this.#clientWrites());
    else return;
    event.preventDefault();
  };

  /** After the last measure come the results wanted, then how it is now. @param {Event} event */
  #onward = (event) => {
    event.stopPropagation();
    const here = /** @type {Element} */ (event.target);
    const lists = [...this.querySelectorAll("standing-marks")];
    const marks = lists.slice(lists.indexOf(here) + 1).map((list) => list.querySelector(".standing__marks")).find(Boolean);
    if (marks) /** @type {HTMLElement} */ (marks).focus();
    else /** @type {any} */ (this.querySelector(".closing__after kept-field:last-child"))?.take();
  };

  #clientWrites() {
    return this.frame.followUps.find((/** @type {any} */ row) => row.owner === "client" && row.what === said.clientWritesWhat);
  }

  /** @param {any} writes */
  #writes(writes) {
    if (writes) this.tell("row:removed", { type: "followUp", id: writes.id });
    else this.tell("row:wanted", { row: newRow("followUp", { owner: "client", what: said.clientWritesWhat }) });
  }

  drawn() {
    for (const part of this.querySelectorAll("standing-marks, words-list, kept-field")) /** @type {View} */ (part).update();
  }

  take() {
    drawDeep(this);
    const first = this.frame.session.status === "in_progress" ? this.querySelector(".standing__marks") ?? this.querySelector("h2") : this.querySelector(".closing__fornext input");
    /** @type {HTMLElement | null} */ (first)?.focus();
  }
}
