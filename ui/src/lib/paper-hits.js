/** @import { PaperHit } from "../../types/wire/PaperHit.ts" */

/** The first hit from a page on, or the first of all; -1 without any. @param {PaperHit[]} hits @param {number} page */
export function firstFrom(hits, page) {
  if (!hits.length) return -1;
  return Math.max(0, hits.findIndex((hit) => hit.page >= page));
}

/** The hit after or before one; after the last comes the first. @param {number} at @param {number} by @param {number} count */
export const hitAfter = (at, by, count) => (count ? (at + by + count) % count : -1);

/** The places marked on a page; `current` stands where the reader is. @param {PaperHit[]} hits @param {number} at @param {number} page */
export function placesOn(hits, at, page) {
  return hits.flatMap((hit, nth) => (hit.page === page ? hit.places.map((place) => ({ ...place, current: nth === at })) : []));
}
