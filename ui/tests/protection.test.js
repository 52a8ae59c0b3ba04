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
  assert.match(said(), /its screen is locked.*quarter of an hour after its planned end/);
  assert.match(said(), /leave the clipboard after two minutes/);
  assert.equal(named("a", /^Print this for a client/).getAttribute("href"), "#/paper/data_handling");
});

test("a keychain that opens the book is named where it is said who can read", async () => {
  for (const keychain of [false, true]) {
    const backend = fakeBackend();
    backend.book.practice.keychain = keychain;
    await openWindow(backend, "#/settings/protection");
    const said = document.querySelector("book-protection").textContent;
    assert.equal(/keychain, which opens when you sign in/.test(said), keychain);
    assert.equal(/not even whoever has this computer/.test(said), !keychain);
  }
});

test("where safety copies lie is said from where they go now", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings/protection");
  const said = () => document.querySelector("book-protection").textContent;
  assert.match(said(), /Choose a place for safety copies on another disk/);
  assert.doesNotMatch(said(), /A safety copy goes to/);
  named("safety-copies button", /^Choose a place$/).click();
  await settled();
  assert.match(said(), /A safety copy goes to \/media\/mara\/STICK when the book locks/);
  assert.match(said(), /Keep the disk with your safety copies apart/);
  Object.assign(backend.book.copies, { sameDisk: true });
  named("safety-copies button", /^Copy now$/).click();
  await settled();
  assert.match(said(), /on the same disk as the book/);
  const tick = named("safety-copies input", /^Another program takes/);
  tick.checked = true;
  tick.dispatchEvent(new window.Event("change"));
  await settled();
  assert.match(said(), /leave this computer by another program/);
});

test("a system that says nothing of its screen is not said to", async () => {
  const backend = fakeBackend();
  backend.book.practice.hearsTheSystem = false;
  await openWindow(backend, "#/settings/protection");
  const said = document.querySelector("book-protection").textContent;
  assert.match(said, /when this computer slept/);
  assert.doesNotMatch(said, /screen is locked/);
});
