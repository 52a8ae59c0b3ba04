import { givePaper, givingChoices } from "../ipc/giving.js";
import { copyText } from "../ipc/papers.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.giving;
const FILES = ["email_draft", "saved"];
/** Ways in which the book makes what is given, and can leave names out of it. */
const MADE = [...FILES, "text_copied"];

/**
 * Gives a copy of the paper whose preview is `.token`: to whom, how, with a password, without other people's names.
 * It is the part of a page that speaks to the book.
 */
export class GiveCopy extends View {
  /** @type {number} */
  token = 0;
  /** @type {import("../../types/wire/GivingChoices.ts").GivingChoices | null} */
  #choices = null;
  #recipient = "";
  #way = "email_draft";
  #locks = false;
  #password = "";
  #masks = false;
  /** Places that may stay. @type {Set<number>} */
  #staying = new Set();
  /** What was written, while its password still stands here. */
  #written = "";

  template() {
    return html`<button type="button" class="button" @click=${this.#offer}>${said.give}</button>
      <dialog class="dialog dialog--parts give" aria-labelledby="give-title" @close=${this.#closed}>${this.#choices ? (this.#written ? this.#done() : this.#form(this.#choices)) : nothing}</dialog>`;
  }

  /** @param {import("../../types/wire/GivingChoices.ts").GivingChoices} choices */
  #form({ hasText, places }) {
    const ways = Object.keys(said.way).filter((way) => way !== "text_copied" || hasText);
    const file = FILES.includes(this.#way);
    const masks = places.length && MADE.includes(this.#way);
    return html`<form class="dialog__parts" novalidate @submit=${this.#give}>
      <div class="dialog__head"><h2 class="give__title" id="give-title">${said.title}</h2><p class="field__hint">${said.kept}</p></div>
      <div class="dialog__body give__body"><div class="stack">
        <label class="field"><span class="field__label">${said.recipient}</span>
          <input class="input" name="recipient" dir="auto" autocomplete="off" .value=${this.#recipient} @input=${(/** @type {any} */ { target }) => (this.#recipient = target.value)}></label>
        <fieldset class="stack stack--tight"><legend class="field__label">${said.how}</legend>${ways.map((way) => html`<label class="choice">
          <input type="radio" name="way" .checked=${way === this.#way} @change=${() => ((this.#way = way), this.update())}><span>${/** @type {Record<string, string>} */ (said.way)[way]}</span></label>`)}</fieldset>
        ${file || masks ? html`<div class="stack stack--tight">${file ? this.#lock() : nothing}
          ${masks ? this.#tick("mask", said.mask, this.#masks, this.#turnMask) : nothing}</div>` : nothing}</div>
        ${masks && this.#masks ? this.#review(places) : nothing}</div>
      <div class="dialog__foot"><problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>
        <div class="row"><button class="button button--primary">${/** @type {Record<string, string>} */ (said.act)[this.#way]}</button>
          <button type="button" class="button button--text" @click=${() => this.#dialog.close()}>${words.common.leave}</button></div></div></form>`;
  }

  #lock() {
    return html`${this.#tick("lock", said.lock, this.#locks, (on) => (this.#locks = on))}
      ${this.#locks ? html`<div class="give__more stack stack--tight"><label class="field"><span class="field__label">${said.password}</span>
        <input class="input" name="password" autocomplete="off" spellcheck="false" aria-describedby="give-password" .value=${this.#password} @input=${(/** @type {any} */ { target }) => (this.#password = target.value)}></label>
        <span class="field__hint" id="give-password">${said.passwordHint(this.#way)}</span></div>` : nothing}`;
  }

  /** @param {string} name @param {string} text @param {boolean} on @param {(on: boolean) => unknown} set */
  #tick(name, text, on, set) {
    return html`<label class="choice"><input type="checkbox" name=${name} .checked=${on} @change=${(/** @type {any} */ { target }) => (set(target.checked), this.update())}><span>${text}</span></label>`;
  }

  /** @param {import("../../types/wire/MaskPlace.ts").MaskPlace[]} places */
  #review(places) {
    return html`<div class="give__review stack stack--tight"><p class="field__hint" aria-live="polite">${said.maskHint(places.length - this.#staying.size, places.length)} ${said.maskBeside[this.#way] ?? ""}</p>
      <ul class="give__places" aria-label=${said.places}>${places.map(({ before, found, after }, at) => html`<li><label class="choice small">
        <input type="checkbox" .checked=${!this.#staying.has(at)} @change=${() => this.#turn(at)}><span dir="auto">${before}<mark>${found}</mark>${after}</span></label></li>`)}</ul></div>`;
  }

  #done() {
    return html`<div class="dialog__body stack"><h2 class="give__title" id="give-title">${said.tellIt}</h2><p class="give__password" dir="auto" tabindex="-1">${this.#password}</p>
      <p>${this.#written}</p><p class="field__hint">${said.passwordHint(this.#way)}</p>
      <div class="row"><button type="button" class="button button--primary" @click=${() => this.#dialog.close()}>${said.done}</button>
        <button type="button" class="button" @click=${this.#copyPassword}>${said.copyPassword}</button></div></div>`;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  #offer = async () => {
    const choices = await this.attempt(() => givingChoices(this.token), said.looking);
    if (!choices) return this.problem && say(this.problem);
    this.#choices = choices;
    [this.#recipient, this.#password, this.#written] = [choices.recipient, choices.password, ""];
    [this.#locks, this.#masks, this.#staying] = [false, false, new Set()];
    this.drawNow();
    this.#dialog.showModal();
  };

  #closed = () => {
    // Neither password nor names stay behind in the window.
    this.#choices = null;
    [this.#password, this.#written] = ["", ""];
    this.problem = null;
    this.update();
  };

  /** What is to be looked at comes into sight. */
  #turnMask = (/** @type {boolean} */ on) => {
    this.#masks = on;
    this.drawNow();
    if (on) this.querySelector(".give__review")?.scrollIntoView({ block: "nearest" });
  };

  /** @param {number} at */
  #turn(at) {
    if (!this.#staying.delete(at)) this.#staying.add(at);
    this.update();
  }

  #give = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const file = FILES.includes(this.#way);
    // As the book writes it, so that what is told is what opens it.
    const password = file && this.#locks ? this.#password.trim().replace(/\s+/g, " ").normalize("NFC") : null;
    this.problem = this.#recipient.trim() ? (password === "" ? { message: said.noPassword, hint: said.noPasswordHint } : null) : { message: said.noRecipient, hint: said.noRecipientHint };
    this.update();
    if (this.problem) return;
    const places = this.#choices?.places ?? [];
    const mask = MADE.includes(this.#way) && this.#masks ? [...places.keys()].filter((at) => !this.#staying.has(at)) : [];
    const given = await this.attempt(() => givePaper(this.token, { recipient: this.#recipient, way: this.#way, mask }, password), said.giving);
    if (!given) return;
    const message = this.#says(given.fileName ?? "", password !== null, mask.length > 0);
    // Left in the meantime, nothing would show the password, nor let go of it.
    if (password !== null && this.#dialog.open) return this.#tellPassword(message, password);
    this.#dialog.close();
    say({ message });
  };

  /** @param {string} file @param {boolean} locked @param {boolean} masked */
  #says(file, locked, masked) {
    if (this.#way === "email_draft") return said.drafted(file);
    if (this.#way === "saved") return locked ? said.savedLocked(file) : said.savedAs(file);
    if (this.#way === "text_copied") return masked ? said.copiedMasked : said.copied;
    return said.noted(this.#recipient.trim());
  }

  /** @param {string} message @param {string} password */
  #tellPassword(message, password) {
    [this.#written, this.#password] = [message, password];
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector(".give__password"))?.focus();
  }

  #copyPassword = async () => {
    if ((await this.attempt(() => copyText(this.#password))) !== undefined) say({ message: said.passwordCopied });
  };
}
