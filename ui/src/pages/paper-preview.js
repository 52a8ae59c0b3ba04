import * as ipc from "../ipc/papers.js";
import { say } from "../lib/notice.js";
import { PageDrawings } from "../lib/page-drawings.js";
import { Finding } from "../lib/paper-hits.js";
import { step } from "../lib/paper-zoom.js";
import { printPages } from "../lib/print.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** @import { PaperPages } from "../elements/paper/paper-pages.js" */

const said = words.papers;
const AS_TEXT = ["session_summary", "action_plan"];

/**
 * A paper exactly as it will be printed, with Print, Save and, for the summary and the plan, its text for an e-mail.
 * Set `.paper`; `show()` sets it anew after something changed. `.full` gives it thumbnails, sizes and a field to find words.
 * It is the part of a page that speaks to the book.
 */
export class PaperPreview extends View {
  /** @type {import("../../types/wire/PaperRequest.ts").PaperRequest | null} */
  #paper = null;
  /** @type {import("../../types/wire/PaperPreview.ts").PaperPreview | null} */
  #preview = null;
  /** @type {PageDrawings | null} */
  #drawings = null;
  #turn = 0;
  /** @type {import("../lib/paper-zoom.js").Zoom} */
  #zoom = "width";
  #at = 0;
  #finding = new Finding();

  /** Whether it is printed as soon as it is shown, once. */
  printing = false;

  /** Whether its first act is the page's primary button. */
  primary = false;

  /** Whether it is a desk of its own, and not a look beside something else. */
  full = false;

  /** @param {import("../../types/wire/PaperRequest.ts").PaperRequest} paper */
  set paper(paper) {
    if (JSON.stringify(paper) === JSON.stringify(this.#paper)) return;
    this.#paper = paper;
    if (this.isConnected) void this.show();
  }

  connectedCallback() {
    super.connectedCallback();
    for (const [name, heard] of this.#keys) document.addEventListener(name, heard);
    if (this.#paper) void this.show();
  }

  disconnectedCallback() {
    for (const [name, heard] of this.#keys) document.removeEventListener(name, heard);
    this.#turn++;
    this.#drawings?.close();
  }

  template() {
    const { pages = 0, width = 595, height = 842, warnings = [] } = this.#preview ?? {};
    const ready = !!this.#preview;
    const alerts = warnings.length ? html`<paper-warnings .warnings=${warnings}></paper-warnings>` : nothing;
    const sheets = html`<paper-pages .view=${this.full} .pages=${pages} .sheet=${{ width, height }} .zoom=${this.#zoom} .hits=${this.#finding.hits ?? []} .hit=${this.#finding.at}
      .drawings=${this.#drawings} @page:read=${this.#read}></paper-pages>`;
    return html`<div class="paper ${this.full ? "paper--full" : ""}">
      <div class="paper__bar">
        <div class="paper__acts row">
          <button type="button" class="button ${this.primary ? "button--primary" : ""}" ?disabled=${!ready} @click=${this.#print}>${said.print}</button>
          <button type="button" class="button" ?disabled=${!ready} @click=${this.#save}>${said.saveAs}</button>
          ${this.#preview?.canBeGiven ? html`<give-copy .token=${this.#preview.token}></give-copy>` : nothing}
          ${AS_TEXT.includes(this.#paper?.kind ?? "") ? html`<button type="button" class="button" @click=${this.#copy}>${said.copyAsText}</button>` : nothing}
          ${ready ? html`<span class="small muted">${said.pages(pages)}</span>` : nothing}
        </div>
        ${this.full ? html`<div class="paper__tools row" @zoom:chosen=${this.#choose} @zoom:stepped=${this.#step} @find:wanted=${this.#find} @find:next=${this.#walk}>
          <paper-zoom .zoom=${this.#zoom}></paper-zoom>
          <paper-find .count=${this.#finding.hits?.length ?? null} .at=${this.#finding.at}></paper-find></div>` : nothing}
      </div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.full ? html`<div class="paper__desk ${pages > 1 ? "paper__desk--thumbs" : ""} ${warnings.length ? "paper__desk--warnings" : ""}">
        ${pages > 1 ? html`<page-thumbs .pages=${pages} .drawings=${this.#drawings} .at=${this.#at} @page:wanted=${this.#turnTo}></page-thumbs>` : nothing}
        ${sheets}${alerts}</div>` : html`${alerts}${sheets}`}
    </div>`;
  }

  drawn() {
    for (const part of this.querySelectorAll("paper-pages, page-thumbs")) /** @type {View} */ (part).update();
  }

  /** Sets the paper and shows its pages, the first as soon as it is drawn. */
  async show() {
    const turn = ++this.#turn;
    const preview = await this.reading(() => ipc.previewPaper(/** @type {any} */ (this.#paper)), said.making);
    if (!preview || turn !== this.#turn) return;
    const drawings = new PageDrawings((page) => this.attempt(() => ipc.paperPage(preview.token, page), said.making), () => this.update());
    await drawings.look(0);
    if (turn !== this.#turn) return drawings.close();
    this.#drawings?.close();
    this.#drawings = drawings;
    this.#preview = preview;
    this.tell("paper:shown", preview);
    await this.#look(this.#finding.sought);
    this.drawNow();
    if (this.printing) {
      this.printing = false;
      void this.#print();
    }
  }

  /** @returns {PaperPages | null} */
  get #pages() {
    return this.querySelector("paper-pages");
  }

  #read = (/** @type {any} */ { detail }) => ((this.#at = detail), this.update());

  #turnTo = (/** @type {any} */ { detail }) => this.#pages?.turnTo(detail);

  #choose = (/** @type {any} */ { detail }) => ((this.#zoom = detail), this.update());

  #step = (/** @type {{detail: 1 | -1}} */ { detail }) => this.#choose({ detail: step(this.#pages?.shown ?? 100, detail) });

  #find = async (/** @type {any} */ { detail }) => (await this.#look(detail), this.#showHit());

  #walk = (/** @type {any} */ { detail }) => (this.#finding.walk(detail), this.#showHit());

  /** @param {string} sought */
  #look(sought) {
    const token = this.#preview?.token ?? 0;
    return this.#finding.look(sought, this.#at, (words) => this.attempt(() => ipc.findInPaper(token, words), said.find.looking));
  }

  #showHit() {
    this.drawNow();
    if (this.#finding.at >= 0) this.#pages?.showHit();
  }

  #print = async () => {
    const preview = this.#preview;
    if (!preview) return;
    const printed = await this.attempt(() => Promise.all(Array.from({ length: preview.pages }, (_, page) => ipc.paperPage(preview.token, page))), said.printing);
    if (printed) await this.attempt(() => printPages(printed, preview, () => ipc.printPaper(preview.token)));
  };

  #save = async () => {
    const saved = await this.attempt(() => ipc.savePaper(/** @type {any} */ (this.#preview).token), said.saving);
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

  /** Keys of the window that are meant for a paper; a look beside something else only prints. @type {[string, (event: any) => void][]} */
  #keys = [
    ["app:print", () => void this.#print()],
    ["app:find", () => this.full && /** @type {any} */ (this.querySelector("paper-find"))?.take()],
    ["app:larger", () => this.full && this.#step({ detail: 1 })],
    ["app:smaller", () => this.full && this.#step({ detail: -1 })],
    ["app:fit", () => this.full && this.#choose({ detail: "width" })],
  ];
}
