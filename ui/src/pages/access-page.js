import * as ipc from "../ipc/papers.js";
import { decidedFor } from "../lib/access-reviews.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.papers.access;

/** Everything kept about a client, once each record that names somebody else was looked at. */
export class AccessPage extends View {
  #clientId = 0;
  /** @type {import("../../types/wire/RecordNaming.ts").RecordNaming[] | null} */
  #records = null;
  /** The decisions the paper shown below was made with. @type {any[] | null} */
  #shown = null;

  /** @param {any} route */
  set route(route) {
    this.#clientId = route.clientId;
  }

  get #decided() {
    return decidedFor(this.#clientId);
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("record:reviewed", (event) => {
      const review = /** @type {CustomEvent} */ (event).detail;
      this.#decided.set(review.key, review);
      this.#shown = null;
      this.update();
    });
    void this.#read();
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

  /** @param {any[]} records */
  #review(records) {
    const open = records.filter(({ key }) => !this.#decided.has(key));
    return html`<section class="page__section" aria-labelledby="access-others">
      <div class="row row--apart"><h2 id="access-others">${said.others}</h2>
        <output class="muted">${said.looked(records.length - open.length, records.length)}</output></div>
      <p class="muted">${said.othersHint}</p>
      <ul class="rows access__records">${records.map((record) => html`<li><record-review .record=${record} .review=${this.#decided.get(record.key) ?? null}></record-review></li>`)}</ul>
      ${open.length > 1 ? html`<button type="button" class="button button--text button--flush" @click=${() => this.#giveRest(open)}>${said.rest(open.length)}</button>` : nothing}
    </section>`;
  }

  /** @param {any[]} records */
  #given(records) {
    const ready = records.every(({ key }) => this.#decided.has(key));
    if (!ready) return nothing;
    const reviews = records.map(({ key }) => this.#decided.get(key));
    const paper = { kind: "access_export", clientId: this.#clientId, reviews: this.#shown };
    return html`<section class="page__section" aria-labelledby="access-paper"><h2 id="access-paper">${said.paper}</h2>
      <p class="muted">${said.paperHint}</p>
      <div class="row access__acts">
        ${this.#shown ? nothing : html`<button type="button" class="button button--primary" @click=${() => this.#show(reviews)}>${said.show}</button>`}
        <button type="button" class="button" @click=${() => this.#saveFile(reviews)}>${said.saveFile}</button></div>
      ${this.#shown ? html`<paper-preview .primary=${true} .paper=${paper}></paper-preview>` : nothing}</section>`;
  }

  async #read() {
    this.#records = (await this.attempt(() => ipc.recordsNaming(this.#clientId), said.reading)) ?? null;
    // A record that is gone needs no decision, and the paper would not know what to do with one.
    const known = new Set(this.#records?.map(({ key }) => key));
    for (const key of [...this.#decided.keys()]) if (!known.has(key)) this.#decided.delete(key);
    this.update();
  }

  /** @param {any[]} open */
  #giveRest(open) {
    for (const { key } of open) this.#decided.set(key, { key, choice: "as_written", words: null });
    this.update();
  }

  /** @param {any[]} reviews */
  #show(reviews) {
    this.#shown = reviews;
    this.update();
  }

  /** @param {any[]} reviews */
  async #saveFile(reviews) {
    const saved = await this.attempt(() => ipc.saveAccessFile(this.#clientId, reviews), words.papers.saving);
    if (saved) say({ message: words.papers.savedAs(saved.fileName) });
  }

  drawn() {
    for (const one of this.querySelectorAll("record-review")) /** @type {View} */ (one).update();
  }
}
