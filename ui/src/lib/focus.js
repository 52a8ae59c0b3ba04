/**
 * After a change of page the focus stands on the field the page offers (`autofocus`), or on its heading,
 * as soon as there is one and unless the page has put it somewhere itself.
 * @param {HTMLElement} page @param {boolean} [now] even when something else has the focus
 */
export function focusPage(page, now = false) {
  if (settle(page, now)) return;
  const watch = new MutationObserver(() => {
    if (settle(page, now) || !page.isConnected) watch.disconnect();
  });
  watch.observe(page, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 3000);
}

/** @param {HTMLElement} page @param {boolean} now */
function settle(page, now) {
  if (!now && page.contains(document.activeElement)) return true;
  const target = /** @type {HTMLElement | null} */ (page.querySelector("[autofocus]:not([disabled])") ?? page.querySelector("h1"));
  if (!target) return false;
  if (target.tagName === "H1") target.tabIndex = -1;
  target.focus({ preventScroll: !now });
  return true;
}
