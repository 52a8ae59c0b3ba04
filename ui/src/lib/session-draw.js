/** Draws an element and everything in it at once, so that the focus finds its place. */

import { View } from "./view.js";

/** @param {View} view */
export function drawDeep(view) {
  view.drawNow();
  for (const part of view.querySelectorAll("*")) if (part instanceof View) part.drawNow();
}
