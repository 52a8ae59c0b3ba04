/** How long a page may still be growing after it was drawn. */
const GROWING = 2000;

/**
 * Scrolls to a part of a page, and again while the page around it grows, until the coach does something.
 * @param {Element} part @param {Element} page
 */
export function bringIntoSight(part, page) {
  const show = () => part.scrollIntoView();
  const growth = new ResizeObserver(show);
  const stop = () => growth.disconnect();
  show();
  growth.observe(page);
  for (const sign of ["wheel", "keydown", "pointerdown"]) addEventListener(sign, stop, { capture: true, once: true });
  setTimeout(stop, GROWING);
}
