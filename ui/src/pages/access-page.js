import * as ipc from "../ipc/papers.js";
import { Autosave } from "../lib/autosave.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.access;

/** @typedef {import("../../types/wire/RecordNaming.ts").RecordNaming} RecordNaming */
/** @typedef {import("../../types/wire/RecordReview.ts").RecordReview} RecordReview */

/** Everything kept about a client, once each record that names somebody else was looked at. */
export class AccessPage extends View {
  #clientId = 0;
  /** @type {RecordNaming[] | null} */
  #records = null;
  /** What was decided and is not in the book yet, by record. @type {Map<string, RecordReview>} */
  #unsaved = new Map();
  #autosave = new Autosave(() => this.#save());
  /** Whether the paper stands below, made with what is decided. */
  #shown = false;
  #flush = (/** @type {Event} */ event) =>
    /** @type {CustomEvent} */ (event).detail.wait(this.#autosave.flush().then((kept) => kept || Promise.reject(this.problem)));

  /** @param {any} route */
  set route(route) {
    this.#clientId = route.clientId;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    this.addEventListener("record:reviewed", (event) => this.#decide([/** @type {CustomEvent} */ (event).detail]));
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
    void this.#autosave.flush();
  }

  template() {
    const records = this.#records;
    return html`<div class="page access">
      <a class="small" href=${`#/client/${this.#clientId}/papers`}>${said.back}</a>
      <div class="page__head"><h1 tabindex="-1">${said.title}</h1><p class="muted">${said.intro}</p></div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${records ? html`${records.length ? this.#review(records) : html`<p>${said.nobody}</p>`}${this.#given(records)}` : nothing}
    </div>`;
  }

  /** @param {RecordNaming[]} records */
  #review(records) {
    const open = records.filter(({ review }) => !review);
    return html`<section class="page__section" aria-labelledby="access-others">
      <div class="row row--apart"><h2 id="access-others">${said.others}</h2>
        <output class="muted">${said.looked(records.length - open.length, records.length)}</output></div>
      <p class="muted">${said.othersHint}</p>
      <ul class="rows access__records">${records.map((record) => html`<li><record-review .record=${record} .review=${record.review}></record-review></li>`)}</ul>
      ${open.length > 1 ? html`<button type="button" class="button button--text button--flush" @click=${() => this.#giveRest(open)}>${said.rest(open.length)}</button>` : nothing}
    </section>`;
  }

  /** @param {RecordNaming[]} records */
  #given(records) {
    if (!records.every(({ review }) => review)) return nothing;
    return html`<section class="page__section" aria-labelledby="access-paper"><h2 id="access-paper">${said.paper}</h2>
      <p class="muted">${said.paperHint}</p>
      <div class="row access__acts">
        ${this.#shown ? nothing : html`<button type="button" class="button button--primary" @click=${this.#show}>${said.show}</button>`}
        <button type="button" class="button" @click=${this.#saveFile}>${said.saveFile}</button></div>
      ${this.#shown ? html`<paper-preview .primary=${true} .paper=${{ kind: "access_export", clientId: this.#clientId }}></paper-preview>` : nothing}</section>`;
  }

  async #read() {
    this.#records = (await this.reading(() => ipc.recordsNaming(this.#clientId), said.reading)) ?? null;
    this.update();
  }

  /** @param {RecordReview[]} reviews */
  #decide(reviews) {
    for (const review of reviews) this.#unsaved.set(review.key, review);
    this.#records = this.#records?.map((record) => ({ ...record, review: this.#unsaved.get(record.key) ?? record.review })) ?? null;
    this.#shown = false;
    this.#autosave.change(undefined);
    this.update();
  }

  async #save() {
    for (const [key, review] of [...this.#unsaved]) {
      if ((await this.attempt(() => ipc.reviewRecord(this.#clientId, review), words.settings.saving)) === undefined) throw this.problem;
      // Decided otherwise in the meantime, it is still to be saved.
      if (this.#unsaved.get(key) === review) this.#unsaved.delete(key);
    }
  }

  /** @param {RecordNaming[]} open */
  #giveRest(open) {
    this.#decide(open.map(({ key }) => ({ key, choice: "as_written", words: null })));
  }

  #show = async () => {
    this.#shown = await this.#autosave.flush();
    this.update();
  };

  #saveFile = async () => {
    if (!(await this.#autosave.flush())) return;
    const saved = await this.attempt(() => ipc.saveAccessFile(this.#clientId), words.papers.saving);
    if (saved) say({ message: words.papers.savedAs(saved.fileName) });
  };

  drawn() {
    for (const one of this.querySelectorAll("record-review")) /** @type {View} */ (one).update();
  }
}
