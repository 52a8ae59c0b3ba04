import * as ipc from "../ipc/scans.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { scans as said } from "../words/en/scans.js";

/** Pages that are drawn without being asked for: a scanned one takes half a second, and some 20 MB. */
const AT_ONCE = 4;

/** A scan as pictures, page after page. Set `.scanId`. It is the part of a page that speaks to the book. Raises `scan:opened`. */
export class ScanView extends View {
  #scanId = 0;
  /** @type {import("../../types/wire/OpenedScan.ts").OpenedScan | null} */
  #opened = null;
  /** @type {{address: string, whole: boolean}[]} */
  #pictures = [];
  #upTo = AT_ONCE;
  #turn = 0;

  /** @param {number} id */
  set scanId(id) {
    if (id === this.#scanId) return;
    this.#scanId = id;
    if (this.isConnected) void this.#show();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#scanId) void this.#show();
  }

  disconnectedCallback() {
    this.#turn++;
    this.#forget();
  }

  template() {
    const { scan, pages } = this.#opened ?? {};
    const partly = this.#pictures.flatMap(({ whole }, at) => (whole ? [] : [at + 1]));
    const left = (pages ?? 0) - this.#pictures.length;
    return html`<div class="paper">
      ${scan ? html`<div class="row"><button type="button" class="button" ?disabled=${!!this.#opened?.damage} @click=${this.#save}>${said.saveAs}</button>
        <span class="small muted">${[said.kind(scan.mediaType), said.size(scan.bytes), pages && scan.mediaType === "application/pdf" ? said.pages(pages) : ""].filter(Boolean).join(" · ")}</span></div>` : nothing}
      <problem-note .shown=${this.problem}></problem-note>
      ${this.#opened?.damage ? html`<div><button type="button" class="button" @click=${this.#bringBack}>${said.bringBack}</button></div>` : nothing}
      ${partly.length ? html`<p class="notice"><span><strong>${said.partly(partly.join(", "))}</strong> <span class="notice__hint">${said.partlyHint}</span></span></p>` : nothing}
      <ol class="paper__pages">${this.#pictures.map(({ address }, at) => html`<li class="paper__page">
        <img class="paper__sheet" src=${address} alt=${said.page(at + 1, pages ?? 1)}>
        ${(pages ?? 1) > 1 ? html`<span class="tiny muted" aria-hidden="true">${said.pageShort(at + 1, pages ?? 1)}</span>` : nothing}</li>`)}</ol>
      ${this.waitingFor ? html`<output class="muted">${this.waitingFor}</output>` : nothing}
      ${left > 0 && this.#pictures.length >= this.#upTo ? html`<div><button type="button" class="button" @click=${this.#more}>${said.morePages(Math.min(left, AT_ONCE))}</button></div>` : nothing}
    </div>`;
  }

  async #show() {
    const turn = ++this.#turn;
    this.#forget();
    this.#opened = null;
    this.#upTo = AT_ONCE;
    const opened = await this.reading(() => ipc.openScan(this.#scanId), said.opening);
    if (!opened || turn !== this.#turn) return;
    this.#opened = opened;
    this.tell("scan:opened", opened.scan);
    const undrawn = opened.pages == null ? { message: said.undrawn, hint: said.undrawnHint } : null;
    this.problem = opened.damage ?? undrawn;
    this.update();
    if (!opened.damage && !undrawn) await this.#draw(turn);
  }

  /** One page after the other: the first is read while the others are drawn. @param {number} turn */
  async #draw(turn) {
    const { scan, pages } = /** @type {import("../../types/wire/OpenedScan.ts").OpenedScan} */ (this.#opened);
    const type = scan.mediaType === "application/pdf" ? "image/svg+xml" : scan.mediaType;
    while (this.#pictures.length < Math.min(pages ?? 0, this.#upTo)) {
      const page = await this.attempt(() => ipc.scanPage(scan.id, this.#pictures.length), this.#pictures.length ? said.drawing : said.opening);
      if (!page || turn !== this.#turn) return;
      this.#pictures.push({ address: URL.createObjectURL(new Blob([page.picture], { type })), whole: page.whole });
      this.update();
    }
  }

  #more = () => {
    this.#upTo += AT_ONCE;
    void this.#draw(this.#turn);
  };

  #bringBack = async () => {
    const back = await this.attempt(() => ipc.bringScansBack(), said.bringing);
    if (!back) return;
    await this.#show();
    const still = this.#opened?.damage;
    if (still) this.problem = { message: said.notInIt, hint: said.notInItHint };
    else say({ message: said.broughtBack(back.whole) });
    this.update();
  };

  #save = async () => {
    const saved = await this.attempt(() => ipc.saveScan(this.#scanId), said.saving);
    if (saved) say({ message: said.savedAs(saved.fileName) });
  };

  #forget() {
    for (const { address } of this.#pictures) URL.revokeObjectURL(address);
    this.#pictures = [];
  }
}
