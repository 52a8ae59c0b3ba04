import { document, location, named, openWindow, press, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { HOSTILE } from "./fake-book.js";

const rows = () => [...document.querySelectorAll(".clients__row")].filter((row) => !row.closest("details:not([open])"));

test("a hostile name is text, in the list and on its page", async () => {
  await openWindow(fakeBackend(), "#/clients");
  assert.ok(rows().some((row) => row.querySelector(".clients__name").textContent === HOSTILE));
  assert.equal(document.querySelector("img"), null);
  await openWindow(fakeBackend(), "#/client/5");
  assert.equal(document.querySelector("h1").textContent, HOSTILE);
  assert.equal(document.querySelector("img"), null);
  assert.equal(globalThis.window.hit, undefined);
});

test("the filter is instant, forgives accents and opens the first hit with Enter", async () => {
  await openWindow(fakeBackend(), "#/clients");
  const field = document.querySelector("[type=search]");
  type(field, "nandu");
  await settled();
  assert.deepEqual(rows().map((row) => row.querySelector(".clients__name").textContent), ["José Ñandú"]);
  press(field, "Enter");
  await settled();
  assert.equal(location.hash, "#/client/7");
});

test("arrow keys walk from the field through the list and back", async () => {
  await openWindow(fakeBackend(), "#/clients");
  const field = document.querySelector("[type=search]");
  field.focus();
  press(field, "ArrowDown");
  assert.equal(document.activeElement, rows()[0]);
  press(rows()[0], "ArrowDown");
  assert.equal(document.activeElement, rows()[1]);
  press(rows()[1], "ArrowUp");
  press(rows()[0], "ArrowUp");
  assert.equal(document.activeElement, field);
});

test("a name or a code is enough, and nothing is refused politely", async () => {
  const backend = fakeBackend({ seed: { clients: [] } });
  await openWindow(backend, "#/clients");
  assert.match(document.body.textContent, /A name or a code is enough to begin\. The rest can wait\./);
  named("button", /^Add a client$/).click();
  submit(document.querySelector("dialog form"));
  await settled();
  assert.match(document.querySelector("dialog [role=alert]").textContent, /A name or a code is needed/);
  type(document.querySelector("[name=displayName]"), "K7");
  submit(document.querySelector("dialog form"));
  await settled();
  assert.equal(backend.calls.find(([name]) => name === "save_client")[1].fields.displayName, "K7");
  assert.match(location.hash, /^#\/client\/\d+$/);
});

test("a client has five tabs with one stop, and arrows move between them", async () => {
  await openWindow(fakeBackend(), "#/client/1");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  assert.deepEqual(tabs.map((tab) => tab.textContent), ["Overview", "Sessions", "Plan", "Papers", "Privacy"]);
  assert.deepEqual(tabs.map((tab) => tab.getAttribute("tabindex")), ["0", "-1", "-1", "-1", "-1"]);
  press(tabs[0], "ArrowRight");
  await settled();
  assert.equal(document.activeElement.textContent, "Sessions");
  assert.equal(location.hash, "#/client/1/sessions");
});

test("a client is put away with a way back, never deleted", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/client/1/privacy");
  named("button", /^Put this client away$/).click();
  await settled();
  named("app-notice button", /^Undo$/).click();
  await settled();
  assert.deepEqual(backend.calls.map(([name]) => name).filter((name) => /archive|restore/.test(name)), ["archive_client", "restore_client"]);
});

test("addresses and the title hold no names", async () => {
  await openWindow(fakeBackend(), "#/client/1");
  assert.ok(!/john|doe/i.test(location.href + document.title));
});
