import * as ipc from "../ipc/book.js";
import * as questionsIpc from "../ipc/questions.js";
import { languagesWith } from "../lib/client-facts.js";
import { drawLogo } from "../lib/draw-logo.js";
import { bringIntoSight } from "../lib/into-sight.js";
import { say } from "../lib/notice.js";
import { setOwnKeys } from "../lib/own-keys.js";
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
  /** @type {import("../../types/wire/QuestionBank.js").QuestionBank | null} */
  #bank = null;
  #sample = false;
  #copied = "";
  /** @type {import("../../types/wire/SafetyCopies.ts").SafetyCopies | null} */
  #copies = null;
  /** What went wrong with a logo or a colour: said beside them. @type {import("../lib/view.js").Problem | null} */
  #lookProblem = null;
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
    this.addEventListener("questions:set", (event) => void this.#setQuestions((bank) => questionsIpc.saveQuestionSettings(/** @type {CustomEvent} */ (event).detail).then((settings) => ({ ...bank, settings }))));
    this.addEventListener("phase:named", (event) => {
      const { model, phase, label } = /** @type {CustomEvent} */ (event).detail;
      void this.#setQuestions((bank) => questionsIpc.namePhase(model, phase, label).then((models) => ({ ...bank, models })));
    });
    this.addEventListener("keys:set", (event) => {
      const ownKeys = /** @type {CustomEvent} */ (event).detail;
      setOwnKeys(ownKeys);
      void this.#save(this.#practice.coach, { ...this.#practice.settings, ownKeys });
    });
    this.addEventListener("size:set", (event) => void this.#save(this.#practice.coach, { ...this.#practice.settings, paperSize: /** @type {CustomEvent} */ (event).detail }));
    this.addEventListener("look:set", (event) => void this.#setLook(() => ipc.savePaperLook(/** @type {CustomEvent} */ (event).detail)));
    this.addEventListener("logo:wanted", () => void this.#setLook(() => this.#chooseLogo()));
    this.addEventListener("logo:removed", () => void this.#removeLogo());
    this.addEventListener("answer:kept", (event) => void this.#answer(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("copies:known", (event) => {
      this.#copies = /** @type {CustomEvent} */ (event).detail;
      this.update();
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
      ${this.#practice ? html`${this.#you()}${this.#papers()}${this.#texts()}${this.#behaviour()}${this.#keys()}${this.#questions()}${this.#answers()}${this.#ways()}${this.#protection()}${this.#made()}` : nothing}
    </div>`;
  }

  #you() {
    return html`<section class="page__section" aria-labelledby="set-you"><h2 id="set-you">${said.you}</h2>
      <fact-form .leavable=${false} .facts=${coachFacts} .values=${this.#practice.coach}></fact-form></section>`;
  }

  #papers() {
    return html`<section class="page__section" aria-labelledby="set-papers" id="papers"><h2 id="set-papers">${said.look.title}</h2>
      <problem-note .shown=${this.#lookProblem}></problem-note>
      <div class="look"><paper-look .practice=${this.#practice}></paper-look>
        <first-page class="look__page" .paper=${{ kind: "blank_form", form: "agreement", clientId: null }}></first-page></div>
      <p class="look__more"><a class="button" href="#/practice-papers">${words.common.practicePapers}</a></p></section>`;
  }

  #behaviour() {
    const { paperLanguage, idleLockMinutes, keepYears } = this.#practice.settings;
    const years = [...new Set([1, 2, 3, 5, 6, 7, 10, keepYears])].sort((a, b) => a - b);
    const minutes = [...new Set([5, 10, 15, 30, 60, idleLockMinutes])].sort((a, b) => a - b);
    const set = (/** @type {string} */ name, /** @type {(text: string) => unknown} */ read) => (/** @type {Event} */ event) =>
      this.#save(this.#practice.coach, { ...this.#practice.settings, [name]: read(/** @type {HTMLInputElement} */ (event.target).value) });
    return html`<section class="page__section" aria-labelledby="set-book"><h2 id="set-book">${said.book}</h2>
      <div class="fields">
        <label class="field"><span class="field__label">${said.paperLanguage}</span>
          <select class="input input--short" name="paperLanguage" aria-describedby="language-hint" @change=${set("paperLanguage", String)}>
            ${Object.entries(languagesWith(paperLanguage)).map(([tag, word]) => html`<option value=${tag} ?selected=${tag === paperLanguage}>${word}</option>`)}</select>
          <span class="field__hint" id="language-hint">${said.paperLanguageHint}</span></label>
        <label class="field"><span class="field__label">${said.idleLock}</span>
          <select class="input input--short" name="idleLockMinutes" aria-describedby="idle-hint" @change=${set("idleLockMinutes", Number)}>
            ${minutes.map((n) => html`<option value=${n} ?selected=${n === idleLockMinutes}>${said.minutes(n)}</option>`)}</select>
          <span class="field__hint" id="idle-hint">${said.idleHint}</span></label>
        <label class="field"><span class="field__label">${said.keepYears}</span>
          <select class="input input--short" name="keepYears" aria-describedby="keep-hint" @change=${set("keepYears", Number)}>
            ${years.map((n) => html`<option value=${n} ?selected=${n === keepYears}>${said.years(n)}</option>`)}</select>
          <span class="field__hint" id="keep-hint">${said.keepHint}</span></label>
        <label class="field"><span class="field__label">${said.textSize}</span>
          <select class="input input--short" name="textSize" aria-describedby="text-hint" @change=${this.#size}>
            ${SIZES.map((n) => html`<option value=${n} ?selected=${n === textSize()}>${said.percent(n)}</option>`)}</select>
          <span class="field__hint" id="text-hint">${said.textHint}</span></label>
        ${this.#sharing()}
        <label class="choice field--wide"><input type="checkbox" name="wrapUpLetters" aria-describedby="letters-hint" .checked=${this.#practice.settings.wrapUpLetters}
          @change=${(/** @type {any} */ event) => this.#save(this.#practice.coach, { ...this.#practice.settings, wrapUpLetters: event.target.checked })}><span>${words.between.letters}
          <span class="field__hint" id="letters-hint">${words.between.lettersHint}</span></span></label>
      </div></section>`;
  }

  #keys() {
    return html`<section class="page__section" aria-labelledby="set-keys"><h2 id="set-keys">${said.keys.title}</h2>
      <p class="muted">${said.keys.hint}</p>
      <key-settings .kept=${this.#practice.settings.ownKeys}></key-settings></section>`;
  }

  #questions() {
    return html`<section class="page__section" aria-labelledby="set-questions" id="questions"><h2 id="set-questions">${words.questions.settings.title}</h2>
      <question-settings .bank=${this.#bank}></question-settings></section>`;
  }

  #texts() {
    return html`<section class="page__section" aria-labelledby="set-texts" id="texts"><h2 id="set-texts">${words.templates.title}</h2>
      <p class="muted">${words.templates.settingsHint}</p>
      <a class="button settings__act" href="#/templates">${words.templates.open}</a></section>`;
  }

  #answers() {
    const { answers } = this.#practice;
    return html`<section class="page__section" aria-labelledby="set-practice"><h2 id="set-practice">${said.practice}</h2>
      <p class="muted">${answers.length ? said.practiceHint : said.practiceEmpty}</p>
      ${answers.length ? html`<practice-answers .answers=${answers}></practice-answers>` : nothing}</section>`;
  }

  #ways() {
    return this.#sample ? this.#sampleWays() : this.#ownWays();
  }

  /** The sample has neither lock nor sheet nor copies: there is nothing to press. */
  #sampleWays() {
    return html`<section class="page__section" aria-labelledby="set-lock" id="lock"><h2 id="set-lock">${said.lock}</h2>
        <p class="muted">${said.lockSample}</p></section>
      <section class="page__section" aria-labelledby="set-safety" id="safety"><h2 id="set-safety">${words.copies.title}</h2>
        <p class="muted">${words.copies.sample}</p></section>`;
  }

  #ownWays() {
    return html`<section class="page__section" aria-labelledby="set-lock" id="lock"><h2 id="set-lock">${said.lock}</h2>
        <p class="muted">${said.lockHint}</p>
        <div class="row settings__act"><a class="button" href="#/change-phrase">${said.lockAct}</a>
          <a class="button button--text" href="#/keychain">${said.keychainAct}</a></div></section>
      <section class="page__section" aria-labelledby="set-recovery"><h2 id="set-recovery">${said.recovery}</h2>
        <p class="muted">${this.#practice.settings.recoveryConfirmed ? said.recoveryGood : said.recoveryOpen}</p>
        <div class="row settings__act"><a class="button" href="#/recovery">${said.recoveryAct}</a>
          <a class="button button--text" href="#/new-code">${said.newCodeAct}</a></div></section>
      <section class="page__section" aria-labelledby="set-safety" id="safety"><h2 id="set-safety">${words.copies.title}</h2>
        <safety-copies></safety-copies>
        <h3 class="settings__sub">${words.copies.byHand}</h3>
        <p class="muted">${words.copies.byHandHint}</p>
        <button type="button" class="button settings__act" @click=${this.#copy}>${said.safetyAct}</button>
        <output class="settings__done">${this.#copied}</output></section>`;
  }

  #protection() {
    return html`<section class="page__section" aria-labelledby="set-protection" id="protection"><h2 id="set-protection">${words.protection.title}</h2>
      <book-protection .practice=${this.#practice} .copies=${this.#copies} .sample=${this.#sample}></book-protection></section>`;
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
    this.#sample = (await ipc.bookStatus().catch(() => null))?.sample ?? false;
    this.#practice = (await this.attempt(() => ipc.getPractice(), said.reading)) ?? null;
    this.#about = await ipc.about().catch(() => null);
    this.#bank = await questionsIpc.listQuestions().catch(() => null);
    this.drawNow();
    const part = this.route?.part ? this.querySelector(`#${this.route.part}`) : null;
    if (part) bringIntoSight(part, this.firstElementChild ?? this);
  }

  /** @param {any} coach @param {any} settings */
  async #save(coach, settings) {
    const work = this.attempt(() => ipc.savePractice(coach, settings), said.saving);
    this.#saving = work;
    const saved = await work;
    if (!saved) return;
    this.#practice = saved;
    this.update();
    this.#showPaper();
    say({ message: said.saved });
  }

  #showPaper() {
    void (/** @type {any} */ (this.querySelector("first-page"))?.show());
  }

  /** @param {() => Promise<any>} work @param {() => void} [told] */
  async #setLook(work, told = () => say({ message: said.saved })) {
    const saving = this.attempt(work, said.saving);
    this.#saving = saving;
    const saved = await saving;
    // Said here, where she looks, and not at the head of a long page.
    [this.#lookProblem, this.problem] = [this.problem, null];
    if (saved) {
      this.#practice = saved;
      this.#showPaper();
      told();
    }
    this.update();
  }

  async #chooseLogo() {
    const { practice, drawing } = await ipc.chooseLogo();
    if (drawing === null) return practice;
    const png = await drawLogo(drawing).catch(() => Promise.reject(said.look.notDrawn));
    return ipc.keepDrawnLogo(png);
  }

  #removeLogo() {
    const undo = () => this.#setLook(() => ipc.restoreLogo());
    return this.#setLook(() => ipc.removeLogo(), () => say({ message: said.look.removed, undo }));
  }

  /** @param {(bank: any) => Promise<any>} change */
  async #setQuestions(change) {
    const work = this.attempt(() => change(this.#bank), said.saving);
    this.#saving = work;
    const bank = await work;
    if (!bank) return;
    this.#bank = bank;
    this.update();
    say({ message: said.saved });
  }

  drawn() {
    for (const part of this.querySelectorAll("key-settings, question-settings, practice-answers, paper-look")) /** @type {View} */ (part).update();
  }

  /** @param {{key: string, value: string}} answer */
  async #answer({ key, value }) {
    const before = this.#practice.answers.find((/** @type {any} */ each) => each.key === key)?.value ?? "";
    const work = this.attempt(() => ipc.savePracticeAnswer(key, value), said.saving);
    this.#saving = work;
    const saved = await work;
    if (!saved) return;
    this.#practice = saved;
    this.update();
    if (value) say({ message: said.saved });
    else say({ message: words.between.answers.forgotten, undo: () => this.#answer({ key, value: before }) });
  }

  #size = (/** @type {Event} */ event) => {
    setTextSize(Number(/** @type {HTMLSelectElement} */ (event.target).value));
    void this.#save(this.#practice.coach, { ...this.#practice.settings, textSize: textSize() });
  };

  /** What the switch can do here, in honest words; where the system knows no such wish there is nothing to switch. */
  #sharing() {
    const { settings, canStayOut } = this.#practice;
    const set = (/** @type {Event} */ event) => this.#save(this.#practice.coach, { ...settings, stayOutOfSharing: /** @type {HTMLInputElement} */ (event.target).checked });
    return html`<div class="field field--wide">
      ${canStayOut ? html`<label class="choice"><input type="checkbox" name="stayOutOfSharing" aria-describedby="sharing-hint" .checked=${settings.stayOutOfSharing} @change=${set}><span>${said.sharing}</span></label>` : html`<span class="field__label">${said.sharing}</span>`}
      <span class="field__hint" id="sharing-hint">${canStayOut ? said.sharingHint : said.sharingUnknown}</span></div>`;
  }

  #copy = async () => {
    this.#copied = "";
    const copy = await this.attempt(() => ipc.writeSafetyCopy(), said.safetyBusy);
    this.#copied = copy ? [said.safetyDone(copy.fileName), said.safetyLost(copy.lostScans)].filter(Boolean).join(" ") : "";
    this.update();
  };
}
