import * as ipc from "../ipc/book.js";
import { say } from "../lib/notice.js";
import { SIZES, setTextSize, textSize } from "../lib/text-size.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.settings;

/** @type {import("../elements/fact-form.js").Fact[]} */
const coachFacts = [
  { name: "legalName", label: said.legalName },
  { name: "businessName", label: said.businessName },
  { name: "email", label: said.email, kind: "email" },
  { name: "phone", label: said.phone, kind: "tel" },
  { name: "website", label: said.website },
  { name: "address", label: said.address, kind: "long" },
];

/** Her details, how the book behaves, its two ways back, and what it is made of. */
export class SettingsPage extends View {
  /** @type {any} */
  #practice = null;
  /** @type {any} */
  #about = null;
  #copied = "";
  /** @type {Promise<unknown>} */
  #saving = Promise.resolve(true);
  #flush = (/** @type {Event} */ event) => {
    /** @type {any} */ (this.querySelector("fact-form"))?.sendIfChanged();
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    /** @type {CustomEvent} */ (event).detail.wait(this.#saving.then((saved) => saved !== undefined || Promise.reject(this.problem)));
  };
  /** @type {any} */
  route = null;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    this.addEventListener("facts:saved", (event) => {
      const coach = /** @type {CustomEvent} */ (event).detail;
      void this.#save({ ...coach, legalName: coach.legalName ?? "" }, this.#practice.settings);
    });
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
  }

  template() {
    return html`<div class="page settings">
      <h1 class="page__head" tabindex="-1">${said.title}</h1>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.#practice ? html`${this.#you()}${this.#behaviour()}${this.#answers()}${this.#ways()}${this.#made()}` : nothing}
    </div>`;
  }

  #you() {
    return html`<section class="page__section" aria-labelledby="set-you"><h2 id="set-you">${said.you}</h2>
      <fact-form .leavable=${false} .facts=${coachFacts} .values=${this.#practice.coach}></fact-form></section>`;
  }

  #behaviour() {
    const { paperSize, idleLockMinutes, openingScript } = this.#practice.settings;
    const minutes = [...new Set([5, 10, 15, 30, 60, idleLockMinutes])].sort((a, b) => a - b);
    const set = (/** @type {string} */ name, /** @type {(text: string) => unknown} */ read) => (/** @type {Event} */ event) =>
      this.#save(this.#practice.coach, { ...this.#practice.settings, [name]: read(/** @type {HTMLInputElement} */ (event.target).value) });
    return html`<section class="page__section" aria-labelledby="set-book"><h2 id="set-book">${said.book}</h2>
      <div class="fields">
        <label class="field"><span class="field__label">${said.paperSize}</span>
          <select class="input input--short" name="paperSize" @change=${set("paperSize", String)}>
            ${Object.entries(said.paperSizes).map(([key, word]) => html`<option value=${key} ?selected=${key === paperSize}>${word}</option>`)}</select></label>
        <label class="field"><span class="field__label">${said.idleLock}</span>
          <select class="input input--short" name="idleLockMinutes" aria-describedby="idle-hint" @change=${set("idleLockMinutes", Number)}>
            ${minutes.map((n) => html`<option value=${n} ?selected=${n === idleLockMinutes}>${said.minutes(n)}</option>`)}</select>
          <span class="field__hint" id="idle-hint">${said.idleHint}</span></label>
        <label class="field"><span class="field__label">${said.textSize}</span>
          <select class="input input--short" name="textSize" aria-describedby="text-hint" @change=${this.#size}>
            ${SIZES.map((n) => html`<option value=${n} ?selected=${n === textSize()}>${said.percent(n)}</option>`)}</select>
          <span class="field__hint" id="text-hint">${said.textHint}</span></label>
        <label class="field field--wide"><span class="field__label">${said.openingScript}</span>
          <textarea class="input" name="openingScript" rows="3" dir="auto" aria-describedby="opening-hint" .value=${openingScript ?? ""} @change=${set("openingScript", (text) => text.trim() || null)}></textarea>
          <span class="field__hint" id="opening-hint">${said.openingHint}</span></label>
      </div></section>`;
  }

  #answers() {
    const { answers } = this.#practice;
    return html`<section class="page__section" aria-labelledby="set-practice"><h2 id="set-practice">${said.practice}</h2>
      <p class="muted">${answers.length ? said.practiceHint : said.practiceEmpty}</p>
      ${answers.length ? html`<dl class="facts settings__answers">${answers.map((/** @type {any} */ { label, value }) => html`<div class="facts__one">
        <dt class="small muted">${label}</dt><dd dir="auto">${value}</dd></div>`)}</dl>` : nothing}</section>`;
  }

  #ways() {
    return html`<section class="page__section" aria-labelledby="set-recovery"><h2 id="set-recovery">${said.recovery}</h2>
        <p class="muted">${this.#practice.settings.recoveryConfirmed ? said.recoveryGood : said.recoveryOpen}</p>
        <a class="button settings__act" href="#/recovery">${said.recoveryAct}</a></section>
      <section class="page__section" aria-labelledby="set-safety" id="safety"><h2 id="set-safety">${said.safety}</h2>
        <p class="muted">${said.safetyText}</p>
        <button type="button" class="button settings__act" @click=${this.#copy}>${said.safetyAct}</button>
        <output class="settings__done">${this.#copied ? said.safetyDone(this.#copied) : ""}</output></section>`;
  }

  #made() {
    const about = this.#about;
    if (!about) return nothing;
    const facts = [[said.version, about.version], [said.licence, about.licence], [said.sqlite, about.sqlite], [said.sqlcipher, about.sqlcipher]];
    return html`<section class="page__section" aria-labelledby="set-about"><h2 id="set-about">${said.about}</h2>
      <dl class="facts settings__answers">${facts.map(([label, value]) => html`<div class="facts__one"><dt class="small muted">${label}</dt><dd>${value}</dd></div>`)}</dl>
      <details class="settings__notices"><summary>${said.notices}</summary><pre class="settings__text" tabindex="0" role="region" aria-label=${said.notices}>${about.notices}</pre></details></section>`;
  }

  async #read() {
    this.#practice = (await this.attempt(() => ipc.getPractice(), said.reading)) ?? null;
    this.#about = await ipc.about().catch(() => null);
    this.drawNow();
    if (this.route?.part) this.querySelector(`#${this.route.part}`)?.scrollIntoView();
  }

  /** @param {any} coach @param {any} settings */
  async #save(coach, settings) {
    const work = this.attempt(() => ipc.savePractice(coach, settings), said.saving);
    this.#saving = work;
    const saved = await work;
    if (!saved) return;
    this.#practice = saved;
    this.update();
    say({ message: said.saved });
  }

  #size = (/** @type {Event} */ event) => {
    setTextSize(Number(/** @type {HTMLSelectElement} */ (event.target).value));
    this.update();
  };

  #copy = async () => {
    this.#copied = "";
    this.#copied = (await this.attempt(() => ipc.writeSafetyCopy(), said.safetyBusy))?.fileName ?? "";
    this.update();
  };
}
