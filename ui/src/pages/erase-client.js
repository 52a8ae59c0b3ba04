import { eraseClient, erasureSheet } from "../ipc/erasing.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.erasing;

/**
 * Erases the client in `.client` for good, after a sheet that says what goes and what stays. Raises `client:erased`.
 * It is the part of a page that speaks to the book.
 */
export class EraseClient extends View {
  /** @type {any} */
  #client = null;
  /** @type {import("../../types/wire/ErasureSheet.ts").ErasureSheet | null} */
  #sheet = null;
  #earlierStates = true;
  #earlierCopies = false;
  #busy = false;

  /** @param {any} client */
  set client(client) {
    this.#client = client;
    this.update();
  }

  template() {
    if (!this.#client) return nothing;
    return html`<section class="page__section stack stack--tight" aria-labelledby="erasing"><h2 id="erasing">${said.title}</h2><p>${said.what}</p>
        <div><button type="button" class="button button--text button--danger button--flush erase__offer" dir="auto" @click=${this.#offer}>${said.offer(this.#name)}</button></div></section>
      <dialog class="dialog dialog--parts erase" aria-labelledby="erase-title" @close=${this.#closed}>${this.#sheet ? this.#form(this.#sheet) : nothing}</dialog>`;
  }

  /** @param {import("../../types/wire/ErasureSheet.ts").ErasureSheet} sheet */
  #form(sheet) {
    return html`<form class="dialog__parts" novalidate @submit=${this.#erase}>
      <div class="dialog__body"><h2 class="erase__title" id="erase-title" dir="auto" tabindex="-1" autofocus>${said.heading(this.#name)}</h2>
        ${sheet.beingMet ? html`<p dir="auto">${said.beingMet(this.#name)}</p>` : html`${this.#read(sheet)}
        <div class="erase__named"><label class="field"><span class="field__label" dir="auto">${said.type(this.#name)}</span>
          <input class="input" name="named" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
          <problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note></div>`}</div>
      <div class="dialog__foot">
        <div class="row">${sheet.beingMet ? nothing : html`<button class="button button--text button--danger button--flush" ?disabled=${this.#busy}>${said.act}</button>`}
          <button type="button" class="button button--text button--flush" @click=${() => this.#dialog.close()}>${words.common.leave}</button></div></div></form>`;
  }

  /** @param {import("../../types/wire/ErasureSheet.ts").ErasureSheet} sheet */
  #read(sheet) {
    const { pseudonym, minutesKept, copies, earlierStates } = sheet;
    return html`<section class="erase__part"><h3>${said.goes}</h3><p>${said.counts(sheet)} ${said.with}</p></section>
      <section class="erase__part"><h3>${said.stays}</h3><ul class="erase__list">
        <li>${said.number(pseudonym)}</li><li>${minutesKept === null ? said.noHours : said.hours(minutesKept, pseudonym)}</li>
        <li>${said.others}</li><li>${said.outside}</li>${copies ? nothing : html`<li>${said.byHand}</li>`}</ul></section>
      ${copies || earlierStates ? html`<section class="erase__part"><h3>${said.copies}</h3>${copies ? this.#copies(copies) : nothing}
        ${earlierStates ? this.#tick("earlier", said.deleteEarlier, said.deleteEarlierHint, this.#earlierStates, (on) => (this.#earlierStates = on)) : nothing}</section>` : nothing}
      <section class="erase__part"><h3>${said.first}</h3><ul class="erase__list">
        <li><a href=${`#/access/${this.#client.id}`} dir="auto">${said.request(this.#name)}</a> <span class="muted">${said.requestHint}</span></li>
        <li><a href="#/paper/hours_log">${said.log}</a></li><li>${said.duty}</li></ul></section>`;
  }

  /** @param {import("../../types/wire/CopiesHolding.ts").CopiesHolding} copies */
  #copies({ folder, reachable, made, byHand }) {
    if (!reachable) return html`<p class="erase__path">${said.away(folder)} ${said.before}</p>`;
    return html`<p class="erase__path">${made ? said.holding(made, folder) : said.noCopies(folder)} ${said.before} ${made ? said.letGo : nothing}</p>
      ${byHand ? html`<p>${said.writtenThere(byHand)}</p>` : nothing}
      ${made ? this.#tick("copies", said.deleteCopies(made), said.deleteCopiesHint, this.#earlierCopies, (on) => (this.#earlierCopies = on)) : nothing}`;
  }

  /** @param {string} name @param {string} text @param {string} hint @param {boolean} on @param {(on: boolean) => unknown} set */
  #tick(name, text, hint, on, set) {
    return html`<label class="choice"><input type="checkbox" name=${name} .checked=${on} aria-describedby=${`erase-${name}`} @change=${(/** @type {any} */ { target }) => set(target.checked)}><span>${text}</span></label>
      <p class="field__hint erase__hint" id=${`erase-${name}`}>${hint}</p>`;
  }

  get #name() {
    return this.#client.nameOnScreen;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  #offer = async () => {
    const sheet = await this.attempt(() => erasureSheet(this.#client.id), said.reading);
    if (!sheet) return this.problem && say(this.problem);
    this.#sheet = sheet;
    [this.#earlierStates, this.#earlierCopies] = [true, false];
    this.drawNow();
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.querySelector(".erase__title"))?.focus();
  };

  #closed = () => {
    this.#sheet = null;
    this.problem = null;
    this.update();
  };

  #erase = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (this.#busy || this.#sheet?.beingMet) return;
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=named]"));
    this.#busy = true;
    this.update();
    const choice = { earlierStates: this.#earlierStates, earlierCopies: this.#earlierCopies };
    const erased = await this.attempt(() => eraseClient(this.#client.id, field.value, choice), said.erasing);
    this.#busy = false;
    this.drawNow();
    if (!erased) return this.#refused(field);
    if (this.#dialog?.open) this.#dialog.close();
    this.tell("client:erased");
    say({ message: said.done, hint: outcome(erased) || null });
  };

  /** She reads why where she types. @param {HTMLInputElement} field */
  #refused(field) {
    field.focus();
    this.querySelector("dialog problem-note")?.scrollIntoView?.({ block: "nearest" });
  }
}

/** What else there is to say. @param {import("../../types/wire/Erased.ts").Erased} erased */
function outcome({ cleared, copied, copiesLeft, earlierLeft }) {
  return [
    copied === null ? "" : copied ? said.copied : said.notCopied,
    copiesLeft ? said.copiesLeft(copiesLeft) : "",
    earlierLeft ? said.earlierLeft : "",
    cleared ? "" : said.notCleared,
  ].filter(Boolean).join(" ");
}
