import { getClient, listClients } from "../ipc/clients.js";
import { placeOfPaper } from "../lib/client-papers.js";
import { forWhom, inBook } from "../lib/everything.js";
import { View } from "../lib/view.js";
import { go, routeOf } from "../router.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.everything;

/** Ctrl+K: places, clients and papers by name. A running session lists its own acts and takes the key for itself. */
export class EverythingDialog extends View {
  /** @type {import("../elements/everything-list.js").Entry[]} */
  #entries = [];
  /** @type {import("../../types/wire/ClientRow.ts").ClientRow[]} */
  #clients = [];
  #asked = "";

  /** Whether the sample is open. */
  sample = false;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:everything", this.#open);
  }

  disconnectedCallback() {
    document.removeEventListener("app:everything", this.#open);
  }

  template() {
    return html`<dialog class="dialog dialog--list" aria-label=${said.title} @everything:chosen=${this.#chosen} @close=${this.#forget}>
      <everything-list .asked=${this.#asked} .entries=${this.#entries}></everything-list></dialog>`;
  }

  #open = async () => {
    if (!this.#dialog || this.#dialog.open) return;
    const { clientId } = routeOf(location.hash);
    // What is not there is not listed; the page it is about says why.
    const [clients, here] = await Promise.all([listClients().catch(() => []), clientId ? getClient(clientId).catch(() => null) : null]);
    if (!this.#dialog || this.#dialog.open) return;
    this.#clients = clients;
    this.#show(inBook(clients, here, this.sample));
    this.#dialog.showModal();
    this.#list?.take();
  };

  /** @param {import("../elements/everything-list.js").Entry[]} entries */
  #show(entries, asked = "") {
    this.#entries = entries;
    this.#asked = asked;
    this.drawNow();
  }

  #chosen = async (/** @type {CustomEvent} */ event) => {
    const { goes, raises, paper, clientId, text } = event.detail;
    if (paper && !clientId) {
      this.#show(forWhom(this.#clients, paper), said.forWhom(text));
      return this.#list?.take();
    }
    this.#dialog?.close();
    if (paper) {
      const page = await getClient(clientId).catch(() => null);
      go(page ? placeOfPaper(page, paper) : `#/client/${clientId}`);
    } else if (goes) go(goes);
    else document.dispatchEvent(new CustomEvent(raises, { cancelable: true }));
  };

  /** No names stay behind in a closed list. */
  #forget = () => {
    this.#clients = [];
    this.#show([]);
    this.#list?.update();
  };

  /** @returns {HTMLDialogElement | null} */
  get #dialog() {
    return this.querySelector("dialog");
  }

  /** @returns {any} */
  get #list() {
    return this.querySelector("everything-list");
  }
}
