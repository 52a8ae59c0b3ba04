import * as book from "../ipc/book.js";
import * as copies from "../ipc/copies.js";
import { say } from "../lib/notice.js";
import { restAfter } from "../lib/rest.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.start;

/** Before a book is open: three doors, or the lock of the book that is there. */
export class StartPage extends View {
  /** @type {import("../../types/wire/BookStatus.ts").BookStatus | null} */
  #status = null;
  /** @type {"doors" | "new" | "locked" | "copy"} */
  #step = "doors";
  #phrase = "";
  #rest = 0;
  /** @type {{strong: boolean, guessesLog10: number, advice: string|null} | null} */
  #judged = null;

  /** @type {import("../../types/wire/CopyContents.ts").CopyContents | null} */
  #contents = null;

  /** @param {import("../../types/wire/BookStatus.ts").BookStatus} status */
  set status(status) {
    this.#status = status;
    this.#step = status.state === "locked" ? "locked" : "doors";
    this.#rest = status.restSeconds;
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("step:wanted", (event) => this.#go(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("phrase:wanted", () => void this.#suggest());
    this.addEventListener("phrase:typed", (event) => void this.#judge(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("book:wanted", (event) => void this.#make(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("book:unlocked", (event) => void this.#unlock(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("rest:over", () => {
      this.#rest = 0;
      this.update();
    });
    this.addEventListener("copy:chosen", (event) => void this.#lookInto(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("copy:wanted", (event) => void this.#openCopy(/** @type {CustomEvent} */ (event).detail));
  }

  template() {
    return html`<div class="start">${this.#part()}</div>`;
  }

  #part() {
    const trouble = html`<problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>`;
    switch (this.#step) {
      case "new":
        return html`<new-book .phrase=${this.#phrase} .judged=${this.#judged}></new-book>${trouble}`;
      case "locked":
        return html`<unlock-form .books=${this.#status?.books ?? []} .rest=${this.#rest}></unlock-form>${trouble}${this.#otherWays()}`;
      case "copy":
        return html`<copy-form .contents=${this.#contents}></copy-form>${trouble}`;
      default:
        return html`<h1 class="start__title">${said.title}</h1>
          <p class="start__first">${said.first}</p>
          <div class="start__doors">
            <button type="button" class="button button--primary" autofocus @click=${() => this.#go("new")}>${said.startBook}</button>
            <button type="button" class="button" @click=${this.#sample}>${said.lookAround}</button>
            <button type="button" class="button" @click=${() => this.#go("copy")}>${said.openCopy}</button>
          </div>${trouble}`;
    }
  }

  #otherWays() {
    return html`<div class="start__other" role="group" aria-label=${words.book.locked.other}>
      ${this.#status?.books.some(({ sample }) => !sample) ? nothing : html`<button type="button" class="button button--text" @click=${() => this.#go("new")}>${said.startBook}</button>`}
      <button type="button" class="button button--text" @click=${this.#sample}>${said.lookAround}</button>
      <button type="button" class="button button--text" @click=${() => this.#go("copy")}>${said.openCopy}</button>
      ${(this.#status?.books ?? []).filter(({ hasUndo }) => hasUndo).map(({ uid }) => html`<button type="button" class="button button--text" @click=${() => this.#undo(uid)}>${words.book.locked.undo}</button>`)}
    </div>`;
  }

  /** @param {"doors" | "new" | "locked" | "copy" | "back"} step */
  #go(step) {
    this.problem = null;
    this.#contents = null;
    this.#step = step === "back" ? (this.#status?.state === "locked" ? "locked" : "doors") : step;
    if (this.#step === "new") void this.#suggest();
    this.drawNow();
    queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector("[autofocus]"))?.focus());
  }

  async #suggest() {
    const offered = await this.attempt(() => book.suggestPhrase());
    if (offered) this.#phrase = offered.phrase;
    this.update();
  }

  /** @param {{phrase: string, coachName: string}} typed */
  async #judge({ phrase, coachName }) {
    const judged = phrase ? await this.attempt(() => book.judgePhrase(phrase, coachName)) : null;
    this.#judged = judged ?? null;
    this.update();
  }

  /** @param {{coachName: string, phrase: string}} wanted */
  async #make({ coachName, phrase }) {
    const status = await this.attempt(() => book.createBook(coachName, phrase), words.book.fresh.making);
    if (status) this.tell("book:changed", { ...status, goTo: "#/recovery" });
  }

  /** @param {{uid: string, secret: string, way: "phrase" | "code" | "keychain"}} key */
  async #unlock({ uid, secret, way }) {
    const open = { phrase: book.unlockBook, code: book.unlockWithCode, keychain: book.unlockWithKeychain }[way];
    const waiting = way === "keychain" ? words.book.keychain.opening : words.book.locked.opening;
    const status = await this.attempt(() => open(uid, secret), waiting);
    if (status) return void this.tell("book:changed", status);
    this.#rest = await restAfter(this.problem);
    this.update();
  }

  /** @param {{secret: string}} chosen */
  async #lookInto({ secret }) {
    const contents = await this.attempt(() => copies.lookIntoSafetyCopy(secret), words.book.copy.looking);
    if (contents) this.#contents = contents;
    this.drawNow();
    if (contents) /** @type {HTMLElement | null} */ (this.querySelector("copy-contents [tabindex]"))?.focus();
  }

  /** Puts the book back that a safety copy took the place of. @param {string} uid */
  async #undo(uid) {
    const status = await this.attempt(() => copies.undoRestore(uid), words.book.locked.undoing);
    if (!status) return;
    this.status = status;
    say({ message: words.book.locked.undone });
  }

  /** @param {{secret: string}} chosen */
  async #openCopy({ secret }) {
    const status = await this.attempt(() => book.openSafetyCopy(secret), words.book.copy.opening);
    if (status) this.tell("book:changed", status);
  }

  #sample = async () => {
    const status = await this.attempt(() => book.openSample(), said.makingSample);
    if (status) this.tell("book:changed", status);
  };
}
