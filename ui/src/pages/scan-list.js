import * as ipc from "../ipc/scans.js";
import { dayInWords } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { scans as said } from "../words/en/scans.js";

/**
 * The scans kept with a session or a version (`.home`), or all of a client (`.clientId`, then none is added here).
 * It is the part of a page that speaks to the book. Raises `scans:shown` (scans), `scan:wanted` (scan) and `scan:removed`
 * (scan, back); a page that takes the last two for itself prevents what happens otherwise.
 */
export class ScanList extends View {
  /** @type {import("../../types/wire/ScanHome.ts").ScanHome | null} */
  #home = null;
  #clientId = 0;
  /** @type {import("../../types/wire/Scan.ts").Scan[] | null} */
  #scans = null;

  /** Whether the button to add the first one stands somewhere else. */
  quiet = false;

  /** @param {import("../../types/wire/ScanHome.ts").ScanHome} home */
  set home(home) {
    if (JSON.stringify(home) === JSON.stringify(this.#home)) return;
    this.#home = home;
    if (this.isConnected) void this.read();
  }

  /** @param {number} id */
  set clientId(id) {
    if (id === this.#clientId) return;
    this.#clientId = id;
    if (this.isConnected) void this.read();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#home || this.#clientId) void this.read();
  }

  template() {
    const scans = this.#scans ?? [];
    const offers = this.#home && (scans.length > 0 || !this.quiet);
    return html`<problem-note .shown=${this.problem}></problem-note><waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${scans.length ? html`<ul class="rows scans" aria-label=${said.title}>${repeat(scans, ({ id }) => id, this.#row)}</ul>` : nothing}
      ${offers ? html`<button type="button" class="button button--text button--flush scans__add" @click=${() => this.add()}>${scans.length ? said.another : said.add}</button>` : nothing}`;
  }

  #row = (/** @type {import("../../types/wire/Scan.ts").Scan} */ scan) => {
    const about = this.#clientId ? (scan.sessionId == null ? said.version(scan.versionNo ?? 1) : [said.session(scan.sessionNumber), dayInWords(scan.heldOn)].filter(Boolean).join(" · ")) : "";
    const facts = [about, said.kind(scan.mediaType), said.size(scan.bytes)].filter(Boolean).join(" · ");
    return html`<li class="scans__one" data-scan=${scan.id}>
      <span class="scans__what"><span class="scans__name" dir="auto">${scan.name}</span><span class="small muted">${facts}</span></span>
      <span class="scans__acts">
        <button type="button" class="button button--text scans__open" aria-label=${said.openThis(scan.name)} @click=${() => this.#open(scan)}>${said.open}</button>
        <button type="button" class="button button--text" aria-label=${said.saveThis(scan.name)} @click=${() => this.#save(scan)}>${said.saveAs}</button>
        <button type="button" class="button button--text button--danger" aria-label=${said.removeThis(scan.name)} @click=${() => this.#remove(scan)}>${said.remove}</button></span></li>`;
  };

  async read() {
    const asked = JSON.stringify([this.#home, this.#clientId]);
    const { problem } = this;
    const scans = await this.attempt(() => (this.#home ? ipc.listScans(this.#home) : ipc.clientScans(this.#clientId)), said.reading);
    if (!scans || asked !== JSON.stringify([this.#home, this.#clientId])) return;
    // What was refused a moment ago stays on the screen.
    this.problem = problem;
    this.#scans = scans;
    this.tell("scans:shown", { scans });
    this.drawNow();
  }

  /** Asks for a file and keeps it. */
  async add() {
    const home = this.#home;
    if (!home) return;
    const scan = await this.attempt(() => ipc.addScan(home), said.adding);
    if (!scan) return;
    say({ message: said.added });
    await this.read();
    this.#focus(`[data-scan="${scan.id}"] .scans__open`);
    if (this.isConnected) this.tell("scan:added", { scan });
  }

  /** @param {import("../../types/wire/Scan.ts").Scan} scan */
  #open(scan) {
    if (this.tell("scan:wanted", { scan })) go(`#/scan/${scan.id}`);
  }

  /** @param {import("../../types/wire/Scan.ts").Scan} scan */
  async #save(scan) {
    const saved = await this.attempt(() => ipc.saveScan(scan.id), said.saving);
    if (saved) say({ message: said.savedAs(saved.fileName) });
  }

  /** @param {import("../../types/wire/Scan.ts").Scan} scan */
  async #remove(scan) {
    if ((await this.attempt(() => ipc.removeScan(scan.id))) === undefined) return;
    await this.read();
    this.#focus(".scans__open, .scans__add");
    const back = async () => {
      await this.attempt(() => ipc.restoreScan(scan.id));
      await this.read();
    };
    if (this.tell("scan:removed", { scan, back })) say({ message: said.removed(scan.name), undo: back });
  }

  /** @param {string} css */
  #focus(css) {
    /** @type {HTMLElement | null} */ (this.querySelector(css))?.focus();
  }
}
