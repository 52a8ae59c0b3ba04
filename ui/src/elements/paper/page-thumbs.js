import { InSight } from "../../lib/in-sight.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { papers } from "../../words/en/papers.js";

/** The pages small, in a slim column with one stop in the tab order. Raises `page:wanted` with a page. */
export class PageThumbs extends View {
  /** @type {import("../../lib/page-drawings.js").PageDrawings | null} */
  #drawings = null;
  #sight = new InSight((page) => void this.#drawings?.look(page), (page) => this.#drawings?.lookAway(page));
  #at = 0;
  pages = 0;

  /** @param {import("../../lib/page-drawings.js").PageDrawings | null} drawings */
  set drawings(drawings) {
    if (drawings !== this.#drawings) this.#sight.stop();
    this.#drawings = drawings;
    this.update();
  }

  /** @param {number} at the page that is read */
  set at(at) {
    if (at === this.#at) return;
    this.#at = at;
    this.update();
    queueMicrotask(() => this.#buttons[at]?.scrollIntoView({ block: "nearest" }));
  }

  disconnectedCallback() {
    this.#sight.stop();
  }

  template() {
    return html`<nav class="thumbs" aria-label=${papers.thumbs} @keydown=${this.#walk}><ol>${Array.from({ length: this.pages }, (_, page) => html`
      <li data-page=${page}><button type="button" class="thumbs__one" aria-label=${papers.pageOf(page + 1, this.pages)} aria-current=${page === this.#at ? "page" : nothing}
        tabindex=${page === this.#at ? 0 : -1} @click=${() => this.tell("page:wanted", page)}>
        <span class="thumbs__leaf">${this.#drawings?.address(page) ? html`<img src=${this.#drawings.address(page)} alt="">` : nothing}</span>
        <span class="tiny">${page + 1}</span></button></li>`)}</ol></nav>`;
  }

  drawn() {
    this.#sight.watch([...this.querySelectorAll("li")], this.querySelector("nav"));
  }

  /** @returns {HTMLElement[]} */
  get #buttons() {
    return [...this.querySelectorAll("button")];
  }

  #walk = (/** @type {KeyboardEvent} */ event) => {
    const last = this.pages - 1;
    const next = { ArrowDown: this.#at + 1, ArrowUp: this.#at - 1, Home: 0, End: last }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#at = Math.min(last, Math.max(0, next));
    this.drawNow();
    this.#buttons[this.#at].focus();
    this.tell("page:wanted", this.#at);
  };
}
