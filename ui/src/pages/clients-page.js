import { listClients, saveClient } from "../ipc/clients.js";
import { erasedClients } from "../ipc/erasing.js";
import { dayInWords } from "../lib/dates.js";
import { View } from "../lib/view.js";
import { go, stay } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients;

/** Everybody she works with, and a way to add somebody by a name or a code. */
export class ClientsPage extends View {
  /** @type {any[] | null} */
  #clients = null;
  /** @type {import("../../types/wire/ErasedRow.ts").ErasedRow[]} */
  #erased = [];
  /** @type {any} */
  route = null;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:find", this.#find);
    this.addEventListener("client:opened", (event) => go(`#/client/${/** @type {CustomEvent} */ (event).detail.id}`));
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:find", this.#find);
  }

  template() {
    const some = !!this.#clients?.length;
    return html`<div class="page clients">
      <div class="row row--apart page__head">
        <h1 tabindex="-1">${said.title}</h1>
        ${some ? html`<button type="button" class="button button--primary" @click=${this.#offer}>${said.add}</button>` : nothing}
      </div>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.#clients && !some ? html`<div class="empty"><p class="muted">${said.empty}</p>
        <button type="button" class="button button--primary" @click=${this.#offer}>${said.add}</button></div>` : nothing}
      ${some ? html`<client-list .clients=${this.#clients}></client-list>` : nothing}
      ${this.#erased.length ? html`<details class="clients__away"><summary>${words.erasing.list(this.#erased.length)}</summary>
        <ul class="rows">${this.#erased.map(({ pseudonym, erasedAt }) => html`<li class="clients__erased muted">${words.erasing.listed(pseudonym, dayInWords(erasedAt))}</li>`)}</ul></details>` : nothing}
      <dialog class="dialog" aria-labelledby="add-title" @close=${this.#closed}>
        <form method="dialog" novalidate @submit=${this.#add}>
          <h2 id="add-title">${said.addTitle}</h2>
          <label class="field"><span class="field__label">${said.nameOrCode}</span>
            <input class="input input--large" name="displayName" dir="auto" autocomplete="off" aria-describedby="add-hint"></label>
          <p class="field__hint" id="add-hint">${said.empty}</p>
          <problem-note .shown=${this.problem}></problem-note>
          <div class="row dialog__acts">
            <button class="button button--primary">${said.add}</button>
            <button type="button" class="button button--text" @click=${() => this.#dialog.close()}>${words.common.leave}</button>
          </div>
        </form>
      </dialog>
    </div>`;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #name() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=displayName]"));
  }

  async #read() {
    const read = await this.attempt(() => Promise.all([listClients(), erasedClients()]), said.reading);
    [this.#clients, this.#erased] = read ?? [null, []];
    this.drawNow();
    if (this.route?.adding) this.#offer();
  }

  #offer = () => {
    this.problem = null;
    this.#dialog.showModal();
    this.#name.focus();
  };

  #closed = () => {
    this.#name.value = "";
    this.problem = null;
    this.update();
    if (this.route?.adding) stay("#/clients");
  };

  #add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const displayName = this.#name.value.trim();
    if (!displayName) {
      this.problem = { message: said.nameMissing, hint: said.nameMissingHint };
      this.#name.focus();
      return this.update();
    }
    const client = await this.attempt(() => saveClient(null, null, newFields(displayName)), said.adding);
    if (!client) return;
    this.#dialog.close();
    go(`#/client/${client.id}`);
  };

  #find = (/** @type {Event} */ event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.querySelector("[type=search]"))?.focus();
  };
}

/** @param {string} displayName */
function newFields(displayName) {
  return {
    displayName, legalName: null, preferredName: null, pronouns: null, language: null, email: null, phone: null, address: null, roleTitle: null,
    roleNow: null, background: null, sector: null, organisation: null, callLink: null, status: "active", largePrint: false, paperSize: null,
  };
}
