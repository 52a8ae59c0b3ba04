import * as ipc from "../ipc/copies.js";
import { bookStatus } from "../ipc/book.js";
import { dayInWords, momentInWords } from "../lib/dates.js";
import { flush } from "../lib/lifecycle.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.copies;
/** How often a copy under way is looked at. */
const LOOK = 700;

/** Where safety copies go, how they stand, and a look into the newest. It is the part of a page that speaks to the book. */
export class SafetyCopies extends View {
  /** @type {import("../../types/wire/SafetyCopies.ts").SafetyCopies | null} */
  #copies = null;
  /** @type {import("../../types/wire/CopyContents.ts").CopyContents | null} */
  #contents = null;
  #checking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  /** @type {Promise<() => void> | undefined} */
  #hearing;

  connectedCallback() {
    super.connectedCallback();
    this.#hearing = ipc.whenCopiesAreDue(() => this.#watch());
    this.addEventListener("older:forgotten", () => void this.#take(() => ipc.forgetOlderCopies(), "", said.olderForgotten));
    this.addEventListener("undo:wanted", () => void this.#undo());
    this.addEventListener("undo:forgotten", () => void this.#take(() => ipc.forgetUndo(), "", said.forgotten));
    void this.#take(() => ipc.safetyCopies(), said.reading);
  }

  disconnectedCallback() {
    clearTimeout(this.#next);
    void this.#hearing?.then((end) => end());
  }

  template() {
    const copies = this.#copies;
    // That the place is away is said once.
    const told = this.problem?.code === "copies_unreachable" && copies?.folder != null && !copies.reachable;
    return html`<problem-note .shown=${told ? null : this.problem}></problem-note>
      ${copies ? html`${copies.folder == null ? html`<p class="muted">${said.none}</p>` : this.#standing(copies)}
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${copies.running ? this.#running(copies.running) : nothing}
      ${this.#acts(copies)}${this.#check(copies)}<copies-aside .copies=${copies}></copies-aside>` : html`<waiting-note .sentence=${this.waitingFor}></waiting-note>`}`;
  }

  /** @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies} copies */
  #standing({ folder, reachable, sameDisk, synced, newest, problem, checkedOn, checkDue }) {
    const lost = newest ? said.lost(newest.lostScans) : "";
    return html`<p class="muted">${said.how}</p>
      ${reachable ? nothing : note(said.away, said.awayHint)}
      ${reachable && sameDisk && !synced ? note(said.sameDisk, said.sameDiskHint) : nothing}
      ${problem && reachable ? note(problem.message, problem.hint ?? "") : nothing}
      ${checkDue ? note(said.checkDue, "") : nothing}
      <dl class="facts settings__answers copies__facts">
        <div class="facts__one"><dt class="small muted">${said.place}</dt><dd class="copies__path" dir="ltr">${folder}</dd></div>
        <div class="facts__one"><dt class="small muted">${said.newest}</dt><dd>${newest ? html`${said.newestWhen(momentInWords(newest.madeAt), newest.bytes)}
          <span class="field__hint">${newest.isCurrent ? said.current : said.notCurrent} ${lost}</span>` : said.noneYet}</dd></div>
        ${newest ? html`<div class="facts__one"><dt class="small muted">${said.checked}</dt><dd>${checkedOn ? said.checkedOn(dayInWords(checkedOn)) : said.notChecked}</dd></div>` : nothing}
      </dl>
      ${reachable && sameDisk ? html`<label class="choice"><input type="checkbox" name="synced" aria-describedby="synced-hint" .checked=${synced}
        @change=${(/** @type {any} */ event) => this.#take(() => ipc.setCopiesSynced(event.target.checked))}><span>${said.synced}
        <span class="field__hint" id="synced-hint">${said.syncedHint}</span></span></label>` : nothing}`;
  }

  /** @param {import("../../types/wire/CopyRunning.ts").CopyRunning} running */
  #running({ done, total }) {
    const sentence = said.running(Math.min(done, total), total);
    return html`<div class="copies__running"><progress max=${total || 1} value=${Math.min(done, total)} aria-label=${said.copying}></progress><span class="small muted">${sentence}</span></div>`;
  }

  /** @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies} copies */
  #acts({ folder }) {
    if (folder == null) return html`<button type="button" class="button settings__act" @click=${this.#choose}>${said.choose}</button>`;
    return html`<div class="row copies__acts">
      <button type="button" class="button" @click=${() => this.#take(() => ipc.copyNow(), said.copying, said.made)}>${said.now}</button>
      <button type="button" class="button" @click=${this.#choose}>${said.chooseOther}</button>
      <button type="button" class="button button--text" @click=${() => this.#take(() => ipc.leaveCopiesFolder(), "", said.left)}>${said.leave}</button></div>`;
  }

  /** @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies} copies */
  #check({ newest }) {
    if (!newest) return nothing;
    return html`<details class="copies__check"><summary>${said.check}</summary>
      <form class="stack" novalidate @submit=${this.#open}>
        <p class="muted">${said.checkWhy}</p>
        <label class="field"><span class="field__label">${said.checkSecret}</span><input class="input" name="secret" type="password" autocomplete="off" spellcheck="false"></label>
        <div><button class="button" ?disabled=${this.#checking}>${said.checkAct}</button></div>
        <copy-contents .heading=${said.opens} .contents=${this.#contents}></copy-contents>
      </form></details>`;
  }

  #choose = () => this.#take(() => ipc.chooseCopiesFolder(), said.choosing, said.made);

  /** Does something, shows how things stand then, and looks again while a copy is under way. @param {() => Promise<any>} work @param {string} [sentence] @param {string} [done] */
  async #take(work, sentence = "", done = "") {
    const watched = this.#watch();
    const copies = await this.attempt(work, sentence);
    clearTimeout(watched);
    if (copies) this.#know(copies);
    else if (this.problem?.code === "copies_unreachable") say({ message: said.away, hint: said.awayHint });
    if (copies && done) say({ message: done });
    this.drawNow();
    if (this.#copies?.running) this.#watch();
  }

  /** @param {import("../../types/wire/SafetyCopies.ts").SafetyCopies} copies */
  #know(copies) {
    this.#copies = copies;
    this.tell("copies:known", copies);
  }

  #watch() {
    clearTimeout(this.#next);
    this.#next = setTimeout(async () => {
      const copies = await ipc.safetyCopies().catch(() => null);
      if (!this.isConnected || !copies) return;
      this.#know(copies);
      this.update();
      if (copies.running) this.#watch();
    }, LOOK);
    return this.#next;
  }

  #open = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector("[name=secret]"));
    const secret = field.value;
    this.#contents = null;
    if (!secret.trim()) {
      this.problem = { message: words.book.locked.empty, hint: said.checkEmptyHint };
      this.update();
      return field.focus();
    }
    this.#checking = true;
    this.#contents = (await this.attempt(() => ipc.checkNewestCopy(secret), said.checking)) ?? null;
    this.#checking = false;
    if (!this.#contents) return this.update();
    field.value = "";
    await this.#take(() => ipc.safetyCopies());
  };

  #undo = async () => {
    if (!(await flush())) return;
    const uid = (await this.attempt(() => bookStatus()))?.openUid;
    if (uid) await this.attempt(() => ipc.undoRestore(uid), said.undoing);
  };
}

/** @param {string} message @param {string} hint */
const note = (message, hint) => html`<p class="notice"><span><strong>${message}</strong> <span class="notice__hint">${hint}</span></span></p>`;
