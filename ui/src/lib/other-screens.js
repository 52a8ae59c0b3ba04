/** The screens beside the first one are fetched once, by whoever needs them first. */

/** @type {Promise<void> | null} */
let coming = null;

/** @returns {Promise<void>} settled when every screen is registered; after a failure the next call tries again */
export function bringOtherScreens() {
  coming ??= import("../rest.js").then(({ register }) => register());
  coming.catch(() => (coming = null));
  return coming;
}
