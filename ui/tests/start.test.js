import { document, location, named, openWindow, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const closed = (state, more = {}) => {
  const backend = fakeBackend(more);
  Object.assign(backend.book.status, { state, books: state === "none" ? [] : backend.book.status.books });
  return backend;
};

test("the first start has three doors and the sentence that goes with them", async () => {
  await openWindow(closed("none"));
  assert.match(document.body.textContent, /Nobody can reset them for you; a printed sheet can\./);
  for (const door of [/^Start my book$/, /^Look around with a sample$/, /^Open a safety copy$/]) assert.ok(named("button", door));
  assert.equal(document.querySelectorAll(".button--primary").length, 1);
});

test("a ready-made phrase has to be written down before the book is made", async () => {
  const backend = closed("none");
  await openWindow(backend);
  named("button", /^Start my book$/).click();
  await settled();
  type(named("input", /^Your name/), "Mara Lind");
  submit(document.querySelector("new-book form"));
  await settled();
  assert.match(document.querySelector("phrase-choice [role=alert]").textContent, /Write it on paper/);
  assert.ok(!backend.calls.some(([name]) => name === "create_book"));

  const tick = named("input", /written it down/);
  tick.checked = true;
  tick.dispatchEvent(new window.Event("change", { bubbles: true }));
  submit(document.querySelector("new-book form"));
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "create_book")[1], { coachName: "Mara Lind", phrase: backend.book.phrases[0] });
  assert.equal(location.hash, "#/recovery");
});

test("a weak phrase of her own is refused and stays where it was typed", async () => {
  const backend = closed("none");
  await openWindow(backend);
  named("button", /^Start my book$/).click();
  await settled();
  type(named("input", /^Your name/), "Mara Lind");
  named("button", /^Write my own$/).click();
  await settled();
  const own = document.querySelector("[name=own]");
  type(own, "two words");
  await settled();
  submit(document.querySelector("new-book form"));
  await settled();
  assert.match(document.querySelector("phrase-choice [role=alert]").textContent, /can be guessed/);
  assert.equal(own.value, "two words");
  assert.ok(!backend.calls.some(([name]) => name === "create_book"));
});

test("a wrong phrase is said in place, with what to do, and the typed words stay", async () => {
  const backend = closed("locked");
  await openWindow(backend);
  type(document.querySelector("[name=secret]"), "wrong words");
  submit(document.querySelector("unlock-form form"));
  await settled();
  assert.match(document.querySelector("start-page").textContent, /not the phrase of this book.*recovery sheet/s);
  assert.equal(document.querySelector("[name=secret]").value, "wrong words");
  type(document.querySelector("[name=secret]"), backend.book.phrase);
  submit(document.querySelector("unlock-form form"));
  await settled();
  assert.equal(document.querySelector("h1").textContent, "Today");
});

test("opening with the code leads to a new phrase", async () => {
  await openWindow(closed("locked"));
  named("button", /code on my recovery sheet/).click();
  await settled();
  type(document.querySelector("[name=secret]"), "AAAA BBBB");
  submit(document.querySelector("unlock-form form"));
  await settled();
  assert.equal(location.hash, "#/new-phrase");
});

test("after unlocking she stands in the session that was running", async () => {
  const backend = closed("locked");
  backend.book.today.running = { sessionId: 41, clientId: 1, name: "John Doe" };
  await openWindow(backend);
  type(document.querySelector("[name=secret]"), backend.book.phrase);
  submit(document.querySelector("unlock-form form"));
  await settled();
  assert.equal(location.hash, "#/session/41");
});
