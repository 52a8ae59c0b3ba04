import { document, named, openWindow, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const { KeptField } = await import("../src/elements/session/kept-field.js");
if (!customElements.get("kept-field")) customElements.define("kept-field", KeptField);

const saved = (backend) => backend.calls.filter(([name]) => name === "save_practice").map(([, { settings }]) => settings);

test("an opened book brings its text size, and a new one is kept in it", async () => {
  const backend = fakeBackend();
  backend.book.practice.settings.textSize = 150;
  await openWindow(backend, "#/settings");
  assert.equal(document.documentElement.dataset.text, "150");
  const choice = named("select", /^Text size/);
  assert.equal(choice.querySelector("option[selected]").value, "150");
  choice.value = "200";
  choice.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.equal(document.documentElement.dataset.text, "200");
  assert.equal(saved(backend).at(-1).textSize, 200);
});

test("staying out of screen sharing is on, can be switched off, and is honest", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings");
  const tick = named("input", /^Stay out of screen sharing/);
  assert.equal(tick.checked, true);
  assert.match(document.body.textContent, /Not every system obeys; share one window, not the whole screen\./);
  tick.checked = false;
  tick.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.equal(saved(backend).at(-1).stayOutOfSharing, false);
});

test("where the system knows no such wish there is no switch, and the page says so", async () => {
  const backend = fakeBackend();
  backend.book.practice.canStayOut = false;
  await openWindow(backend, "#/settings");
  assert.equal(document.querySelector("[name=stayOutOfSharing]"), null);
  assert.match(document.body.textContent, /this system knows no way/);
});
