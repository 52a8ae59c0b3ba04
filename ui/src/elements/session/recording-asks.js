import { letterOf } from "../../lib/session-keys.js";
import { timeOf } from "../../lib/dates.js";
import { hasContradiction, SEEN_TO } from "../../lib/session-course.js";
import { newRow } from "../../lib/session-rows.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course } from "../../words/en/course.js";
import { session as words } from "../../words/en/session.js";

const said = words.recording;

/** Permission to record and to share: two questions, the words of the answer, its limits. Raises `consent:given`, `consent:withdrawn`, `consent:print`, `panel:left`. */
export class RecordingAsks extends View {
  /** @type {any} */
  frame = null;

  template() {
    if (!this.frame) return nothing;
    const given = this.frame.consents;
    return html`<section class="panel recording" aria-labelledby="recording-title">
      <div class="panel__head"><h2 id="recording-title">${said.title}</h2>
        <button type="button" class="button button--text" @click=${() => this.tell("panel:left")}>${said.back}</button></div>
      ${hasContradiction(this.frame) ? html`<p class="recording__withdrawn"><span>${course.withdrawn.act}</span>
        <button type="button" class="button" @click=${this.#seenTo}>${course.withdrawn.done}</button></p>` : nothing}
      ${given.length ? html`<ul class="recording__given">${given.map((/** @type {any} */ consent) => this.#given(consent))}</ul>` : nothing}
      <form class="recording__form" @submit=${this.#keep}>
        ${this.#answers("record", said.record)}
        ${this.#answers("share", said.share)}
        <div class="fields">
          <label class="field field--wide"><span class="field__label">${said.quote}</span><input class="input" name="quote" dir="auto" autocomplete="off"></label>
          ${this.#text("recipient", said.recipient)}${this.#text("useLimit", said.limit)}
          ${this.#choice("identity", said.identity, said.named, said.notNamed)}
          ${this.#choice("third", said.third, said.named, said.notNamed)}
          <label class="field"><span class="field__label">${said.until}</span><input class="input" type="date" name="until"></label>
          ${this.#choice("withdrawal", said.withdrawal, said.explained, said.notExplained)}
        </div>
        <p class="tiny muted">${said.names}</p>
        <div class="row"><button class="button">${said.keep}</button>
          <button type="button" class="button button--text" @click=${() => this.tell("consent:print")}>${said.print}</button></div>
      </form>
    </section>`;
  }

  /** @param {any} consent */
  #given(consent) {
    const decision = { granted: said.granted, refused: said.refused, withdrawn: said.withdrawn }[/** @type {"granted"} */ (consent.decision)];
    const parts = [consent.recipient, consent.useLimit, consent.quote ? `“${consent.quote}”` : null].filter(Boolean).join(" · ");
    const open = consent.decision === "granted"
      ? [consent.retentionUntil ? `${said.until} ${consent.retentionUntil}` : `○ ${said.noUntil}`, consent.withdrawalExplained ? said.explained : `○ ${said.noWithdrawal}`].join(" · ")
      : "";
    const name = said.purposes[/** @type {"record_audio"} */ (consent.purpose)] ?? consent.purpose;
    return html`<li><strong>${name}</strong> ${consent.withdrawnAt ? course.withdrawn.at(timeOf(consent.withdrawnAt)) : decision} <span class="muted small">${parts}</span> <span class="muted small">${open}</span>
      ${consent.decision === "granted" ? html`<button type="button" class="button button--text button--danger" aria-label="${said.withdraw}: ${name}" @click=${() => this.tell("consent:withdrawn", consent.id)}>${said.withdraw}</button>` : nothing}</li>`;
  }

  #seenTo = () => this.tell("check:ticked", { key: SEEN_TO, done: true, acknowledged: null, note: null, editor: null });

  /** @param {string} name @param {string} label */
  #answers(name, label) {
    return html`<fieldset class="recording__ask" @keydown=${this.#answered}><legend>${label}</legend>
      ${[["granted", said.yes], ["refused", said.no], ["", said.notAsked]].map(([value, text]) => html`
        <label class="choice"><input type="radio" name=${name} value=${value ?? ""} ?checked=${value === ""}><span>${text}</span></label>`)}</fieldset>`;
  }

  /** `y` or `n` answers and goes on, as Space ticks and moves in the opening list. */
  #answered = (/** @type {KeyboardEvent} */ event) => {
    const value = { y: "granted", n: "refused" }[letterOf(event)];
    if (!value || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const asks = [...this.querySelectorAll(".recording__ask")];
    const here = /** @type {Element} */ (event.currentTarget);
    const answer = /** @type {HTMLInputElement} */ (here.querySelector(`[value=${value}]`));
    answer.checked = true;
    event.preventDefault();
    const next = asks[asks.indexOf(here) + 1]?.querySelector("input") ?? this.querySelector("[name=quote]");
    /** @type {HTMLElement | null} */ (next)?.focus();
  };

  /** @param {string} name @param {string} label */
  #text(name, label) {
    return html`<label class="field"><span class="field__label">${label}</span><input class="input" name=${name} dir="auto" autocomplete="off"></label>`;
  }

  /** @param {string} name @param {string} label @param {string} yes @param {string} no */
  #choice(name, label, yes, no) {
    return html`<label class="field"><span class="field__label">${label}</span><select class="input" name=${name}>
      <option value="">${said.notSaid}</option><option value="no">${no}</option><option value="yes">${yes}</option></select></label>`;
  }

  #keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(form.get(name) ?? "").trim() || null;
    const known = (/** @type {string} */ name) => (text(name) ? text(name) === "yes" : null);
    const common = {
      useLimit: text("useLimit"), identityDisclosed: known("identity"), thirdPartyDisclosed: known("third"), quote: text("quote"),
      givenOn: this.frame.session.heldOn, retentionUntil: text("until"), withdrawalExplained: known("withdrawal"),
    };
    const rows = [];
    if (text("record")) rows.push(newRow("consent", { ...common, purpose: "record_audio", decision: text("record") }));
    if (text("share")) rows.push(newRow("consent", { ...common, purpose: "share_recording", decision: text("share"), recipient: text("recipient") }));
    if (!rows.length) return;
    /** @type {HTMLFormElement} */ (event.target).reset();
    this.tell("consent:given", rows);
    this.tell("panel:left");
  };

  take() {
    drawDeep(this);
    /** @type {HTMLElement | null} */ (this.querySelector("input[type=radio]"))?.focus();
  }
}
