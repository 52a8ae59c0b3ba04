import assert from "node:assert/strict";
import { test } from "node:test";
import { document, location, openWindow, settled, type } from "./world.js";
import { fakeBackend } from "./fake-backend.js";

const field = () => document.querySelector(".everything__find");
const listed = () => [...document.querySelectorAll(".everything__entry span")].map((one) => one.textContent);

async function open() {
  document.dispatchEvent(new CustomEvent("app:everything"));
  await settled(40);
}

/** @param {string} letters */
async function find(letters) {
  type(field(), letters);
  await settled();
}

async function enter() {
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await settled(40);
}

test("at a client her papers come first, each where it is shown", async () => {
  await openWindow(fakeBackend(), "#/client/1/sessions");
  await open();
  assert.deepEqual(listed().slice(0, 5), ["Agreement", "Recording consent", "Session summary", "Action plan", "Today"]);
  await find("john");
  assert.equal(listed()[0], "John · John Doe", "her name leads to her page, not to a paper");
  await find("summary");
  assert.deepEqual(listed(), ["Session summary"]);
  assert.equal(document.querySelector(".everything__entry kbd").textContent, "John");
  await enter();
  assert.equal(location.hash, "#/paper/session_summary/41");
  assert.equal(document.querySelector("dialog.dialog--list").open, false);
});

test("a form or a session among several stands for itself", async () => {
  await openWindow(fakeBackend(), "#/client/1");
  await open();
  await find("blank wheel");
  assert.deepEqual(listed(), ["Blank form: Wheel of life"]);
  await enter();
  assert.equal(location.hash, "#/paper/blank_wheel/1");
});

test("elsewhere it is asked for which client, and only then the paper is shown", async () => {
  await openWindow(fakeBackend());
  await open();
  await find("action");
  assert.deepEqual(listed(), ["Action plan"]);
  await enter();
  assert.equal(location.hash, "#/", "nothing is left before it is said for whom");
  assert.equal(field().getAttribute("aria-label"), "Action plan: for which client?");
  assert.equal(field().value, "");
  await find("joh");
  await enter();
  assert.equal(location.hash, "#/paper/action_plan/11");
});

test("what cannot be made yet leads to where it is said what it waits for", async () => {
  for (const [name, place] of [["ליאת", "#/client/4/papers"], ["Ana", "#/client/2/overview"]]) {
    await openWindow(fakeBackend());
    await open();
    await find("summary");
    await enter();
    await find(name);
    await enter();
    assert.equal(location.hash, place);
  }
});

test("a question left with Esc is not asked the next time", async () => {
  await openWindow(fakeBackend());
  await open();
  await find("action");
  await enter();
  document.querySelector("dialog.dialog--list").close();
  await settled();
  assert.deepEqual(listed(), [], "no names stay in a closed list");
  await open();
  assert.equal(field().getAttribute("aria-label"), "What would you like to do?");
  assert.equal(listed()[0], "Today");
});


test("what Settings hold further down is found by name, and the sample has no lock to change", async () => {
  const backend = fakeBackend();
  await openWindow(backend);
  await open();
  await find("keychain");
  assert.deepEqual(listed(), ["This computer’s keychain"]);
  await find("new code");
  await enter();
  assert.equal(location.hash, "#/new-code");
  const sample = fakeBackend();
  sample.book.status.sample = true;
  await openWindow(sample);
  await open();
  await find("phrase");
  assert.deepEqual(listed(), []);
  await find("safety copies");
  assert.deepEqual(listed(), ["Safety copies"]);
});
