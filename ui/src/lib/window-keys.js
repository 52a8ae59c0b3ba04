/** The web view's own keys are taken over: reload does nothing, find goes to the filter, print and the keys for sizes go to the paper shown; Ctrl+K lists everything. */

/** @param {Document} page */
export function guardKeys(page) {
  // On the window, which hears a key last: whatever a page took for itself is not taken from it.
  (page.defaultView ?? page).addEventListener("keydown", (/** @type {any} */ event) => {
    if (event.defaultPrevented) return;
    const wish = wishOf(event);
    if (!wish) return;
    event.preventDefault();
    if (wish !== "reload") page.dispatchEvent(new CustomEvent(`app:${wish}`, { cancelable: true }));
  });
  page.addEventListener("contextmenu", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!target.closest("input, textarea, [contenteditable]") && !getSelection()?.toString()) event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @returns {"lock" | "find" | "print" | "everything" | "larger" | "smaller" | "fit" | "reload" | null} */
export function wishOf(event) {
  if (event.key === "F5") return "reload";
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case "l":
      return event.shiftKey ? null : "lock";
    case "k":
      return event.shiftKey ? null : "everything";
    case "f":
      return event.shiftKey ? null : "find";
    case "p":
      return event.shiftKey ? null : "print";
    case "r":
      return "reload";
    case "+":
    case "=":
      return event.shiftKey && event.key !== "+" ? null : "larger";
    case "-":
      return event.shiftKey ? null : "smaller";
    case "0":
      return event.shiftKey ? null : "fit";
    default:
      return null;
  }
}
