/**
 * How large the pages of a paper are shown: as wide as their column, a whole page at a time, or in per cent of the
 * paper's true size. @typedef {"width" | "page" | number} Zoom
 */

export const PERCENTS = [75, 100, 125, 150, 175, 200];
const PIXELS_A_POINT = 96 / 72;

/** The next size up or down from the one that is shown now. @param {number} shown in per cent @param {1 | -1} by @returns {number} */
export function step(shown, by) {
  const found = by > 0 ? PERCENTS.find((size) => size > shown + 0.5) : PERCENTS.findLast((size) => size < shown - 0.5);
  return found ?? (by > 0 ? PERCENTS[PERCENTS.length - 1] : PERCENTS[0]);
}

/** Per cent of its true size at which a page is shown. @param {number} pixels @param {number} points its true width */
export const percentOf = (pixels, points) => (pixels / (points * PIXELS_A_POINT)) * 100;

/** What is typed in a choice, as a size. @param {string} value @returns {Zoom} */
export const zoomOf = (value) => (value === "page" ? "page" : Number(value) || "width");

/** The width of a page in words of the style. @param {Zoom} zoom @param {{width: number, height: number}} sheet in points */
export function widthOf(zoom, { width, height }) {
  if (zoom === "width") return "100%";
  // The view is the container the length is measured in; the rest is the space around a page and its number below.
  if (zoom === "page") return `min(100%, calc((100cqh - 3.5rem) * ${(width / height).toFixed(5)}))`;
  return `${((width * zoom) / 100).toFixed(2)}pt`;
}
