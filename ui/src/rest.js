/** Every screen but the first. They wait for their style sheet, so that none is ever seen without it. */

import { elements } from "./elements/index.js";
import { sessionElements } from "./elements/session/index.js";
import { pages } from "./pages/index.js";

/** How long a screen waits for its style sheet, in milliseconds. */
const PATIENCE = 2_000;

/** Registers them all in one turn: whoever waits for a page finds its elements too. */
export async function register() {
  await styled("styles/pages.css");
  for (const [tag, element] of Object.entries({ ...elements, ...sessionElements, ...pages })) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}

/** @param {string} href @returns {Promise<void>} even when the sheet does not come: a plain screen is better than none */
function styled(href) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.onload = link.onerror = () => resolve();
    link.href = href;
    document.head.append(link);
  });
}
