/** @typedef {import("../../types/wire/RecordReview.ts").RecordReview} RecordReview */

/** What was decided for each client of the open book, for as long as it is open. @type {Map<number, Map<string, RecordReview>>} */
const kept = new Map();

/** What was decided for a client, by record. @param {number} clientId @returns {Map<string, RecordReview>} */
export function decidedFor(clientId) {
  if (!kept.has(clientId)) kept.set(clientId, new Map());
  return /** @type {Map<string, RecordReview>} */ (kept.get(clientId));
}

/** Another book has other clients under the same numbers. */
export const forgetDecisions = () => kept.clear();
