/** The whole window in happy-dom, with a book that is not there. Import it first. */

import { Window } from "happy-dom";

const window = new Window({ url: "http://localhost/", width: 1280, height: 800 });
const names = [
  "window", "document", "location", "history", "HTMLElement", "Element", "Node", "Text", "Comment", "DocumentFragment", "customElements", "CustomEvent",
  "Event", "KeyboardEvent", "FocusEvent", "InputEvent", "MutationObserver", "ResizeObserver", "getSelection", "getComputedStyle", "requestAnimationFrame", "cancelAnimationFrame",
  "addEventListener", "removeEventListener", "dispatchEvent", "innerWidth",
];
for (const name of names) {
  const value = window[name];
  globalThis[name] = name === "window" ? window : typeof value === "function" && !/^[A-Z]/.test(name) ? value.bind(window) : value;
}
if (!("navigator" in globalThis)) globalThis.navigator = window.navigator;
URL.createObjectURL = () => "blob:http://localhost/page";
URL.revokeObjectURL = () => {};
Object.defineProperty(window.document, "hasFocus", { value: () => true });
window.scrollTo = () => {};

const { setTransport } = await import("../src/ipc/transport.js");
const { elements } = await import("../src/elements/index.js");
const { pages } = await import("../src/pages/index.js");
const { AppFrame } = await import("../src/pages/app-frame.js");
const { View } = await import("../src/lib/view.js");
const stubs = Object.fromEntries(["session-page", "wrap-up-page", "prep-page"].map((tag) => [tag, class extends View {}]));
for (const [tag, element] of Object.entries({ ...elements, ...pages, ...stubs, "app-frame": AppFrame })) customElements.define(tag, element);

export const { document, location } = window;

/** Waits until nothing is under way any more. */
export async function settled(turns = 12) {
  for (let turn = 0; turn < turns; turn++) await new Promise((done) => setTimeout(done, 0));
}

/** Puts the whole window on an empty page. @param {any} backend @param {string} [hash] */
export async function openWindow(backend, hash = "#/") {
  setTransport(backend);
  document.body.replaceChildren();
  window.history.replaceState(null, "", hash);
  document.body.append(document.createElement("app-frame"));
  await settled();
  return document.querySelector("app-frame");
}

/** The control a person would find under this name. @param {string} selector @param {RegExp} name */
export function named(selector, name) {
  const found = [...document.querySelectorAll(selector)].find((one) => name.test(nameOf(one)));
  if (!found) throw new Error(`nothing is called ${name} among: ${[...document.querySelectorAll(selector)].map(nameOf).join(" | ")}`);
  return found;
}

/** @param {any} one */
function nameOf(one) {
  return (one.getAttribute("aria-label") ?? one.closest("label")?.textContent ?? one.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {any} field @param {string} text */
export function type(field, text) {
  field.focus();
  field.value = text;
  field.dispatchEvent(new window.Event("input", { bubbles: true }));
}

/** @param {any} element @param {string} key @param {any} [more] */
export function press(element, key, more = {}) {
  return element.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

/** @param {any} form */
export const submit = (form) => form.dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true }));
