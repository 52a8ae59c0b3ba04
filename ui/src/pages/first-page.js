import * as ipc from "../ipc/papers.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

/** The first page of a paper, for looking at. `show()` sets it anew. It is the part of a page that speaks to the book. */
export class FirstPage extends View {
  /** @type {import("../../types/wire/PaperRequest.ts").PaperRequest | null} */
  paper = null;
  #address = "";
  #turn = 0;

  connectedCallback() {
    super.connectedCallback();
    void this.show();
  }

  disconnectedCallback() {
    this.#turn++;
    if (this.#address) URL.revokeObjectURL(this.#address);
  }

  template() {
    return html`<problem-note .shown=${this.problem}></problem-note>
      ${this.#address ? html`<img class="paper__sheet" src=${this.#address} alt=${words.settings.look.firstPage}>` : nothing}`;
  }

  async show() {
    const turn = ++this.#turn;
    const page = await this.attempt(async () => {
      const { token } = await ipc.previewPaper(/** @type {any} */ (this.paper));
      return ipc.paperPage(token, 0);
    });
    if (!page || turn !== this.#turn) return;
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(new Blob([page], { type: "image/svg+xml" }));
    this.drawNow();
  }
}
