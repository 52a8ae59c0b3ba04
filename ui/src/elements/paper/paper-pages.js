import { InSight } from "../../lib/in-sight.js";
import { placesOn } from "../../lib/paper-hits.js";
import { percentOf, widthOf } from "../../lib/paper-zoom.js";
import { View } from "../../lib/view.js";
import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import { papers as said } from "../../words/en/papers.js";

/** @import { PageDrawings } from "../../lib/page-drawings.js" */
/** @import { Zoom } from "../../lib/paper-zoom.js" */

/** The pages of a paper one under the other, with what was found marked on them. Raises `page:read` with the page that is read. */
export class PaperPages extends View {
  /** @type {PageDrawings | null} */
  #drawings = null;
  #sight = new InSight((page) => void this.#drawings?.look(page), (page) => this.#drawings?.lookAway(page));
  /** @type {Zoom} */
  #zoom = "width";
  /** How far down it was read before its size changed. @type {number | null} */
  #far = null;
  #at = 0;
  pages = 0;
  sheet = { width: 595, height: 842 };
  /** Whether it is a view of its own, that scrolls. */
  view = false;
  /** @type {import("../../../types/wire/PaperHit.ts").PaperHit[]} */
  hits = [];
  hit = -1;

  /** @param {PageDrawings | null} drawings */
  set drawings(drawings) {
    if (drawings !== this.#drawings) this.#sight.stop();
    this.#drawings = drawings;
    this.update();
  }

  /** @param {Zoom} zoom */
  set zoom(zoom) {
    if (zoom === this.#zoom) return;
    const view = this.#view;
    if (view) this.#far = (view.scrollTop + view.clientHeight / 2) / Math.max(1, view.scrollHeight);
    this.#zoom = zoom;
    this.update();
  }

  disconnectedCallback() {
    this.#sight.stop();
  }

  template() {
    const pages = html`<ol class="paper__pages">${Array.from({ length: this.pages }, (_, page) => this.#page(page))}</ol>`;
    return this.view ? html`<div class="paper__view" role="region" aria-label=${said.view} tabindex="0" @scroll=${this.#read}>${pages}</div>` : pages;
  }

  /** @param {number} page */
  #page(page) {
    const name = said.pageOf(page + 1, this.pages);
    const address = this.#drawings?.address(page);
    const places = placesOn(this.hits, this.hit, page);
    return html`<li class="paper__page" data-page=${page}>
      <div class="paper__leaf">${address ? html`<img class="paper__sheet" src=${address} alt=${name}>` : nothing}
        ${places.length ? html`<svg class="paper__hits" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">${places.map((place) => svg`<rect
          class=${place.current ? "paper__hit paper__hit--here" : "paper__hit"} x=${place.x} y=${place.y} width=${place.width} height=${place.height}></rect>`)}</svg>` : nothing}</div>
      ${this.pages > 1 ? html`<span class="tiny muted" aria-hidden="true">${name}</span>` : nothing}</li>`;
  }

  drawn() {
    this.style.setProperty("--leaf-width", widthOf(this.#zoom, this.sheet));
    this.style.setProperty("--leaf-ratio", String(this.sheet.width / this.sheet.height));
    const view = this.#view;
    if (view && this.#far !== null) view.scrollTop = this.#far * view.scrollHeight - view.clientHeight / 2;
    this.#far = null;
    this.#sight.watch(this.#leaves, view);
  }

  /** At how many per cent of its true size a page is shown now. */
  get shown() {
    return percentOf(this.querySelector(".paper__leaf")?.getBoundingClientRect().width ?? 0, this.sheet.width);
  }

  /** Brings a page to the top. @param {number} page */
  turnTo(page) {
    this.#leaves[page]?.scrollIntoView({ block: "start" });
  }

  /** Brings what was found into sight. */
  showHit() {
    this.drawNow();
    this.querySelector(".paper__hit--here")?.scrollIntoView({ block: "center", inline: "nearest" });
  }

  /** @returns {HTMLElement[]} */
  get #leaves() {
    return [...this.querySelectorAll("li")];
  }

  /** @returns {HTMLElement | null} */
  get #view() {
    return this.querySelector(".paper__view");
  }

  /** The page that is read is the one under the upper third; at the very end it is the last, which may not reach so far up. */
  #read = () => {
    const view = /** @type {HTMLElement} */ (this.#view);
    const line = view.getBoundingClientRect().top + view.clientHeight / 3;
    const atEnd = view.scrollTop > 0 && view.scrollTop + view.clientHeight >= view.scrollHeight - 2;
    const under = this.#leaves.findLastIndex((leaf) => leaf.getBoundingClientRect().top <= line);
    const page = atEnd ? this.pages - 1 : Math.max(0, under);
    if (page !== this.#at) this.tell("page:read", (this.#at = page));
  };
}
