/** How many drawings are kept that nobody looks at: a long paper has many pages. */
const KEPT = 24;

/**
 * The drawings of a paper's pages, made one after the other as they are looked at; those longest out of sight are let go.
 * A page may be looked at in two places, large and small.
 */
export class PageDrawings {
  /** @type {Map<number, string>} the address of each drawing, the longest unused first */
  #drawn = new Map();
  /** @type {Map<number, number>} in how many places a page is looked at */
  #seen = new Map();
  #busy = false;
  #closed = false;
  #draw;
  #changed;
  #kept;

  /** @param {(page: number) => Promise<ArrayBuffer | undefined>} draw @param {() => void} changed @param {number} [kept] */
  constructor(draw, changed, kept = KEPT) {
    this.#draw = draw;
    this.#changed = changed;
    this.#kept = kept;
  }

  /** Where the drawing of a page is, once it is made. @param {number} page */
  address(page) {
    return this.#drawn.get(page);
  }

  /** @param {number} page */
  look(page) {
    this.#seen.set(page, (this.#seen.get(page) ?? 0) + 1);
    return this.#work();
  }

  /** @param {number} page */
  lookAway(page) {
    const left = (this.#seen.get(page) ?? 1) - 1;
    if (left > 0) this.#seen.set(page, left);
    else this.#seen.delete(page);
    const address = this.#drawn.get(page);
    if (left > 0 || !address) return;
    this.#drawn.delete(page);
    this.#drawn.set(page, address);
    this.#letGo();
  }

  /** Lets go of all of them. */
  close() {
    this.#closed = true;
    for (const address of this.#drawn.values()) URL.revokeObjectURL(address);
    this.#drawn.clear();
  }

  async #work() {
    if (this.#busy) return;
    this.#busy = true;
    for (let page = this.#next(); page !== undefined; page = this.#next()) {
      const drawing = await this.#draw(page);
      if (this.#closed || !drawing) break;
      this.#drawn.set(page, URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" })));
      this.#letGo();
      this.#changed();
    }
    this.#busy = false;
  }

  #next() {
    return this.#closed ? undefined : [...this.#seen.keys()].find((page) => !this.#drawn.has(page));
  }

  #letGo() {
    for (const [page, address] of this.#drawn) {
      if (this.#drawn.size <= this.#kept) return;
      if (this.#seen.has(page)) continue;
      URL.revokeObjectURL(address);
      this.#drawn.delete(page);
    }
  }
}
