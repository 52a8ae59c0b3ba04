/** @import { PaperHit } from "../../types/wire/PaperHit.ts" */

/** The first hit from a page on, or the first of all; -1 without any. @param {PaperHit[]} hits @param {number} page */
export function firstFrom(hits, page) {
  if (!hits.length) return -1;
  return Math.max(0, hits.findIndex((hit) => hit.page >= page));
}

/** The hit after or before one; after the last comes the first. @param {number} at @param {number} by @param {number} count */
export const hitAfter = (at, by, count) => (count ? (at + by + count) % count : -1);

/** What is looked for in a paper, and where the reader is among what was found. */
export class Finding {
  sought = "";
  /** @type {PaperHit[] | null} nothing while nobody has looked */
  hits = null;
  at = -1;

  /**
   * Looks from a page on. An answer that came after the words had changed is no answer.
   * @param {string} sought @param {number} page @param {(sought: string) => Promise<PaperHit[] | undefined>} look
   */
  async look(sought, page, look) {
    this.sought = sought;
    const hits = sought ? await look(sought) : null;
    if (sought !== this.sought) return;
    this.hits = hits ?? null;
    this.at = firstFrom(hits ?? [], page);
  }

  /** @param {1 | -1} by */
  walk(by) {
    this.at = hitAfter(this.at, by, this.hits?.length ?? 0);
  }
}

/** The places marked on a page; `current` stands where the reader is. @param {PaperHit[]} hits @param {number} at @param {number} page */
export function placesOn(hits, at, page) {
  return hits.flatMap((hit, nth) => (hit.page === page ? hit.places.map((place) => ({ ...place, current: nth === at })) : []));
}
