import { dayInWords } from "../../lib/dates.js";
import { drawDeep } from "../../lib/session-draw.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

export const CHECKS = ["role_restated", "agreement_referred_to", "no_advice_restated", "confidentiality_restated", "confidentiality_limits_stated", "ready_confirmed"];

/** Whether the full list is due: the first session, or a new version of the agreement. @param {any} frame */
export function fullListDue(frame) {
  const version = frame.agreement?.versionId ?? null;
  return frame.firstOfEngagement || (version !== null && frame.session.agreementVersion !== null && frame.session.agreementVersion !== version);
}

/** What is said before beginning. Raises `check:ticked`, `recording:opened`, `agreement:print`, `arrival:kept`, `opening:done`. */
export class OpeningPanel extends View {
  /** @type {any} */
  frame = null;
  full = true;
  /** @type {(editor: string) => string | null} */
  drafted = () => null;

  template() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<section class="panel opening" aria-labelledby="opening-title">
      <div class="panel__head"><h2 id="opening-title">${words.opening.title}</h2>
        <button type="button" class="button button--text" @click=${() => this.tell("opening:done")}>${words.opening.skip}</button></div>
      ${this.#agreement(frame.agreement)}
      ${frame.openingWords ? html`<p class="opening__words" dir="auto">${frame.openingWords}</p>` : nothing}
      <kept-field class="opening__arrival" .label=${words.opening.arrival} .hint=${words.opening.arrival} .hidesLabel=${true} .editor=${"arrival"} .adds=${true} .draft=${this.drafted("arrival")}
        @field:on=${(/** @type {Event} */ event) => (event.stopPropagation(), this.take())} @field:kept=${this.#arrived}></kept-field>
      ${this.full ? html`<ul class="opening__checks" aria-label=${words.opening.said}>${CHECKS.map((key) => this.#check(key))}</ul>`
        : html`<ul class="opening__checks">${this.#check("role_restated", words.opening.oneLine)}${this.#check("ready_confirmed")}</ul>`}
      <div class="row">
        <button type="button" class="button" @click=${() => this.tell("recording:opened")}>${words.recording.ask}</button>
        <button type="button" class="button button--primary" @click=${() => this.tell("opening:done")}>${words.opening.done}</button>
      </div>
    </section>`;
  }

  /** It stands before the list, one step back from the first tick, as it is said first. */
  #arrived = (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    this.tell("arrival:kept", event.detail);
    if (event.detail.entered) this.take();
  };

  /** @param {any} agreement */
  #agreement(agreement) {
    const expected = this.frame.agreementExpected !== false;
    const amber = expected && agreement?.status !== "signed" && !agreement?.signedOn
      ? html`<p class="opening__amber"><span>${words.opening.noAgreement}</span>
          <button type="button" class="button button--text" @click=${() => this.tell("agreement:print")}>${words.opening.printNow}</button>
          <button type="button" class="button button--text" @click=${() => this.tell("opening:done")}>${words.opening.goOn}</button></p>`
      : nothing;
    if (!agreement || !this.full) return amber;
    const signed = dayInWords(agreement.signedOn);
    const list = (/** @type {string} */ label, /** @type {string[]} */ items) => html`<div><h3>${label}</h3><ul class="opening__list">${items.map((item) => html`<li>${item}</li>`)}</ul></div>`;
    return html`${amber}
      <p class="tiny muted">${agreement.versionNo == null ? words.opening.onPaper(signed) : words.opening.version(agreement.versionNo, signed)}</p>
      ${agreement.scope ? html`<p><span class="muted">${words.opening.scope}</span> ${agreement.scope}</p>` : nothing}
      <div class="opening__columns">${list(words.opening.does, agreement.does)}${list(words.opening.doesNot, agreement.doesNot)}</div>
      <p><span class="muted">${words.opening.limits}</span> ${agreement.limits || words.opening.noLimits}</p>`;
  }

  /** A tick means it was said; there is no way to tick all. @param {string} key @param {string} [label] */
  #check(key, label = words.opening.checks[/** @type {"role_restated"} */ (key)]) {
    const check = this.frame.checks.find((/** @type {any} */ each) => each.key === key);
    const answer = key === "role_restated";
    return html`<li class="opening__check" data-check=${key}>
      <label class="choice"><input type="checkbox" .checked=${!!check} @change=${(/** @type {any} */ event) => this.#ticked(key, event.target.checked, check)}><span>${label}</span></label>
      ${answer && check ? html`
        <label class="choice"><input type="checkbox" class="opening__agreed" .checked=${!!check.acknowledged} @change=${(/** @type {any} */ event) => this.#says(key, { ...check, acknowledged: event.target.checked })}><span>${words.opening.agreed}</span></label>
        <kept-field .label=${words.opening.client} .hint=${words.opening.client} .hidesLabel=${true} .value=${check.note ?? ""} .editor=${`check:${key}`}
          @field:kept=${(/** @type {CustomEvent} */ event) => this.#says(key, { ...check, note: event.detail.text || null }, event)}></kept-field>` : nothing}
    </li>`;
  }

  /** @param {string} key @param {any} check @param {Event} [event] */
  #says(key, check, event) {
    event?.stopPropagation();
    this.tell("check:ticked", { key, done: true, acknowledged: check.acknowledged ?? null, note: check.note ?? null });
  }

  /** Space ticks and moves. @param {string} key @param {boolean} done @param {any} check */
  #ticked(key, done, check) {
    this.tell("check:ticked", { key, done, acknowledged: check?.acknowledged ?? null, note: check?.note ?? null });
    if (!done) return;
    const boxes = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".opening__check > .choice:first-child input")]);
    const at = boxes.findIndex((box) => box.closest("[data-check]")?.getAttribute("data-check") === key);
    const next = boxes.slice(at + 1).find((box) => !box.checked);
    if (next) next.focus();
    else this.tell("opening:done");
  }

  drawn() {
    for (const field of this.querySelectorAll("kept-field")) /** @type {any} */ (field).update?.();
  }

  take() {
    drawDeep(this);
    const boxes = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".opening__check > .choice:first-child input")]);
    (boxes.find((box) => !box.checked) ?? boxes[0])?.focus();
  }
}
