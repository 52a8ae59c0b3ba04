/**
 * What a key does in a list of what was found: where it goes, and what it takes. Null where it does nothing there.
 * @template T @param {KeyboardEvent} event @param {T[]} found @param {number} at @returns {{at: number, chosen?: T} | null}
 */
export function keyInFound(event, found, at) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) return { at: (at + step + found.length) % found.length };
  return event.key === "Enter" && !event.repeat ? { at, chosen: found[at] } : null;
}
