import { document, location, named, openWindow, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const text = (/** @type {any} */ one) => one.textContent.replace(/\s+/g, " ").trim();
const dialog = () => document.querySelector("erase-client dialog");
const asked = (/** @type {any} */ backend) => backend.calls.filter(([name]) => name === "erase_client").map(([, args]) => args);

/** @param {any} [erasure] @param {any} [seed] */
async function offered(erasure = {}, seed = {}) {
  const backend = fakeBackend({ seed });
  Object.assign(backend.book.erasure, erasure);
  await openWindow(backend, "#/client/1/privacy");
  named("erase-client button", /^Erase John for good/).click();
  await settled();
  assert.equal(dialog().open, true);
  return backend;
}

async function typed(/** @type {string} */ name) {
  type(document.querySelector("erase-client [name=named]"), name);
  submit(document.querySelector("erase-client form"));
  await settled();
}

test("the sheet says what goes, what stays, and which copies hold them", async () => {
  await offered();
  const said = text(dialog());
  assert.match(said, /12 sessions, 48 lines, 9 things that came of them, 3 kept papers and 1 scan\./);
  assert.match(said, /12.5 hours in the log of your hours, in one line as Client 001/);
  assert.match(said, /12 copies from before lie in \/media\/mara\/STICK and hold them as they stood then\. None is made before erasing/);
  assert.match(said, /1 more there is one you wrote by hand/);
  assert.equal(named("erase-client a", /Everything kept about John/).getAttribute("href"), "#/access/1");
  assert.equal(named("erase-client [name=earlier]", /Delete the book as it was/).checked, true);
  assert.equal(named("erase-client [name=copies]", /Delete those 12 copies/).checked, false);
  assert.equal(document.activeElement, document.querySelector("#erase-title"));
});

test("what is not so is not said", async () => {
  await offered({ sessions: 0, notes: 1, results: 0, papers: 0, scans: 0, minutesKept: null, copies: null, earlierStates: false });
  assert.match(text(dialog()), /What goes ?1 line\. The name/);
  assert.match(text(dialog()), /Of their hours nothing/);
  assert.match(text(dialog()), /Safety copies you wrote by hand/);
  assert.equal(document.querySelector("erase-client [type=checkbox]"), null);
  await offered({ copies: { folder: "/media/mara/STICK", reachable: false, made: 0, byHand: 0 } });
  assert.match(text(dialog()), /can't be reached now: \/media\/mara\/STICK/);
  assert.equal(document.querySelector("erase-client [name=copies]"), null);
});

test("another name erases nobody, and what she chose stays chosen", async () => {
  const backend = await offered();
  const copies = named("erase-client [name=copies]", /Delete those/);
  copies.checked = true;
  copies.dispatchEvent(new window.Event("change", { bubbles: true }));
  await typed("Jon");
  assert.match(text(document.querySelector("erase-client [role=alert]")), /not the name of this client/);
  assert.equal(dialog().open, true);
  assert.equal(named("erase-client form button", /^Erase for good$/).disabled, false);
  await typed("john");
  assert.deepEqual(asked(backend).at(-1), { clientId: 1, named: "john", choice: { earlierStates: true, earlierCopies: true } });
});

test("erased, the client is on no page, no list and no way back", async () => {
  await offered();
  await typed("John");
  assert.equal(location.hash, "#/clients");
  assert.match(text(document.querySelector("app-notice")), /erased for good.*A safety copy without them is made\. 13 older copies still hold them/);
  assert.match(text([...document.querySelectorAll("clients-page details")].at(-1)), /Erased for good \(1\) C-1, on (4 March|March 4)/);
  assert.doesNotMatch(text(document.body), /John/);
  location.hash = "#/client/1/privacy";
  await settled();
  assert.equal(text(document.querySelector("h1")), "This is not in your book any more");
  assert.doesNotMatch(text(document.body), /John/);
});

test("a session under way is to be ended first", async () => {
  await offered({ beingMet: true });
  assert.match(text(dialog()), /A session with John is under way/);
  assert.equal(document.querySelector("erase-client [name=named]"), null);
  assert.equal([...dialog().querySelectorAll("button")].length, 1);
});
