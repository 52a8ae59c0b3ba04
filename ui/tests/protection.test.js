import { document, named, openWindow, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const { KeptField } = await import("../src/elements/session/kept-field.js");
if (!customElements.get("kept-field")) customElements.define("kept-field", KeptField);

test("how the book is protected is said from how it is set", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings/protection");
  await settled();
  const said = () => document.querySelector("book-protection").textContent;
  assert.match(said(), /locks after 10 minutes without a key/);
  assert.match(said(), /What it cannot do/);
  const minutes = document.querySelector("select[name=idleLockMinutes]");
  minutes.value = "30";
  minutes.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.match(said(), /locks after 30 minutes without a key/);
  assert.equal(named("a", /^Print this for a client/).getAttribute("href"), "#/paper/data_handling");
});
