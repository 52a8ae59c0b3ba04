/** A page for elements to live in. Import it first: custom elements need `HTMLElement` when their file is read. */

import { Window } from "happy-dom";

const window = new Window({ url: "http://localhost/" });
const names = [
  "window", "document", "HTMLElement", "Element", "Node", "Text", "Comment", "DocumentFragment", "customElements", "CustomEvent", "Event",
  "KeyboardEvent", "InputEvent", "MutationObserver", "getSelection", "requestAnimationFrame", "cancelAnimationFrame",
];
for (const name of names) {
  if (name in window) globalThis[name] = name === "window" ? window : window[name];
}

export const { document } = window;

/** Puts an element of a class on an empty page, registering it under a name of its own. */
export function show(Class, name) {
  if (!customElements.get(name)) customElements.define(name, Class);
  const element = document.createElement(name);
  document.body.replaceChildren(element);
  return element;
}

/** Waits until everything that asked to be drawn is drawn. */
export const drawn = () => new Promise((settled) => setImmediate(settled));
