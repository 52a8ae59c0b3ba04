/**
 * Two quick changes of one row are both kept: what is sent is the change, laid over the row as it is when its turn comes,
 * and not the whole row as it was on the screen.
 */

/** What a row changes against the one that was known. @param {any} row @param {any} known @returns {(latest: any) => any} */
export function changeOf(row, known) {
  if (!known) return () => row;
  const changed = Object.keys(row).filter((key) => !same(row[key], known[key]));
  return (latest) => {
    const kept = Object.fromEntries(Object.keys(row).map((key) => [key, key in (latest ?? {}) ? latest[key] : row[key]]));
    for (const key of changed) kept[key] = laid(row[key], known[key], latest?.[key]);
    return kept;
  };
}

/** @param {any} wanted @param {any} known @param {any} latest */
function laid(wanted, known, latest) {
  if (Array.isArray(wanted) && Array.isArray(known) && Array.isArray(latest)) {
    const gone = known.filter((each) => !wanted.includes(each));
    const added = wanted.filter((each) => !known.includes(each) && !latest.includes(each));
    return [...latest.filter((each) => !gone.includes(each)), ...added];
  }
  // How something stands has parts that are set one by one; a date is one thing.
  if (wanted && known && latest && "result" in Object(wanted)) return changeOf(wanted, known)(latest);
  return wanted;
}

/** @param {any} one @param {any} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
