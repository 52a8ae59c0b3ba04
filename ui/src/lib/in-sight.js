/** Tells which pages come into sight or near it, and which leave. Where the window cannot tell, all are in sight. */
export class InSight {
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** @type {Set<number>} */
  #near = new Set();
  /** @type {Element[]} */
  #watched = [];
  #came;
  #left;

  /** @param {(page: number) => void} came @param {(page: number) => void} left */
  constructor(came, left) {
    this.#came = came;
    this.#left = left;
  }

  /** @param {Element[]} pages each with its number in `data-page` @param {Element | null} view what they scroll in */
  watch(pages, view) {
    if (pages.length === this.#watched.length && pages.every((page, at) => page === this.#watched[at])) return;
    this.stop();
    this.#watched = pages;
    if (typeof IntersectionObserver === "undefined") return pages.forEach((_, page) => this.#tell(page, true));
    this.#observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) this.#tell(Number(/** @type {HTMLElement} */ (target).dataset.page), isIntersecting);
    }, { root: view, rootMargin: "75% 0px" });
    for (const page of pages) this.#observer.observe(page);
  }

  /** Nothing is in sight any more. */
  stop() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#watched = [];
    for (const page of [...this.#near]) this.#tell(page, false);
  }

  /** @param {number} page @param {boolean} near */
  #tell(page, near) {
    if (near === this.#near.has(page)) return;
    if (near) this.#near.add(page);
    else this.#near.delete(page);
    (near ? this.#came : this.#left)(page);
  }
}
