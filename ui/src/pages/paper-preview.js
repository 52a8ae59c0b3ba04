import * as ipc from "../ipc/papers.js";
import { say } from "../lib/notice.js";
import { printPages } from "../lib/print.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers;
const AS_TEXT = ["session_summary", "action_plan"];

/**
 * A paper exactly as it will be printed, with Print, Save and, for the summary and the plan, its text for an e-mail.
 * Set `.paper`; `show()` sets it anew after something changed. It is the part of a page that speaks to the book.
 */
export class PaperPreview extends View {
  /** @type {import("../../types/wire/PaperRequest.ts").PaperRequest | null} */
  #paper = null;
  /** @type {any} */
  #preview = null;
  /** @type {string[]} */
  #addresses = [];
  #turn = 0;

  /** Whether it is printed as soon as it is shown, once. */
  printing = false;

  /** Whether its first act is the page's primary button. */
  primary = false;

  /** @param {import("../../types/wire/PaperRequest.ts").PaperRequest} paper */
  set paper(paper) {
    if (JSON.stringify(paper) === JSON.stringify(this.#paper)) return;
    this.#paper = paper;
    if (this.isConnected) void this.show();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:print", this.#print);
    if (this.#paper) void this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("app:print", this.#print);
    this.#turn++;
    this.#forget();
  }

  template() {
    const { pages = 0, missing = [] } = this.#preview ?? {};
    const ready = this.#addresses.length > 0;
    return html`<div class="paper">
      <div class="paper__acts row">
        <button type="button" class="button ${this.primary ? "button--primary" : ""}" ?disabled=${!ready} @click=${this.#print}>${said.print}</button>
        <button type="button" class="button" ?disabled=${!ready} @click=${this.#save}>${said.saveAs}</button>
        ${ready && this.#preview.canBeGiven ? html`<give-copy .token=${this.#preview.token}></give-copy>` : nothing}
        ${AS_TEXT.includes(this.#paper?.kind ?? "") ? html`<button type="button" class="button" @click=${this.#copy}>${said.copyAsText}</button>` : nothing}
        ${ready ? html`<span class="small muted">${said.pages(pages)}</span>` : nothing}
      </div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${missing.length ? html`<p class="notice"><span><strong>${said.missing(missing.join(" "))}</strong> ${said.missingHint}</span></p>` : nothing}
      <ol class="paper__pages">${this.#addresses.map((address, at) => html`<li class="paper__page">
        <img class="paper__sheet" src=${address} alt=${said.pageOf(at + 1, pages)}>
        ${pages > 1 ? html`<span class="tiny muted" aria-hidden="true">${said.pageOf(at + 1, pages)}</span>` : nothing}</li>`)}</ol>
    </div>`;
  }

  /** Sets the paper and shows its pages. */
  async show() {
    const turn = ++this.#turn;
    const paper = this.#paper;
    const shown = await this.attempt(async () => {
      const preview = await ipc.previewPaper(/** @type {any} */ (paper));
      const pages = await Promise.all(Array.from({ length: preview.pages }, (_, page) => ipc.paperPage(preview.token, page)));
      return { preview, pages };
    }, said.making);
    if (!shown || turn !== this.#turn) return;
    this.#forget();
    this.#preview = shown.preview;
    this.#addresses = shown.pages.map((page) => URL.createObjectURL(new Blob([page], { type: "image/svg+xml" })));
    this.tell("paper:shown", shown.preview);
    this.update();
    if (this.printing) {
      this.printing = false;
      this.#print();
    }
  }

  #forget() {
    for (const address of this.#addresses) URL.revokeObjectURL(address);
    this.#addresses = [];
  }

  #print = () => {
    if (this.#addresses.length) void printPages(this.#addresses, this.#addresses.map((_, at) => said.pageOf(at + 1, this.#addresses.length)));
  };

  #save = async () => {
    const saved = await this.attempt(() => ipc.savePaper(this.#preview.token), said.saving);
    if (saved) say({ message: said.savedAs(saved.fileName) });
  };

  #copy = async () => {
    const copied = await this.attempt(async () => {
      const { text } = await ipc.paperText(/** @type {any} */ (this.#paper));
      await ipc.copyText(text);
      return true;
    }, said.copying);
    if (copied) say({ message: said.copied });
  };
}
