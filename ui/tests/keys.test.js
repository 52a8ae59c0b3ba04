import { document, location, named, openWindow, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { KeptField } from "../src/elements/session/kept-field.js";

customElements.define("kept-field", KeptField);

const text = () => document.body.textContent.replace(/\s+/g, " ");
const called = (backend, wanted) => backend.calls.filter(([name]) => name === wanted).map(([, args]) => args);

/** Ticks that the offered words are written down. */
function tickWritten() {
  const box = named("input", /written it down/);
  box.checked = true;
  box.dispatchEvent(new window.Event("change", { bubbles: true }));
}

test("settings lead to a new phrase and a new code, and the sample has neither", async () => {
  await openWindow(fakeBackend(), "#/settings");
  assert.equal(named("a", /^Change the phrase$/).getAttribute("href"), "#/change-phrase");
  assert.equal(named("a", /^Make a new code$/).getAttribute("href"), "#/new-code");
  const sample = fakeBackend();
  sample.book.status.sample = true;
  await openWindow(sample, "#/settings");
  assert.match(text(), /The sample has no lock and no recovery sheet/);
  assert.throws(() => named("a", /^Change the phrase$/));
  assert.throws(() => named("a", /^Make a new code$/));
});

test("the phrase changes for whoever knows it, and copies that keep theirs are named", async () => {
  const backend = fakeBackend();
  const before = backend.book.phrase;
  await openWindow(backend, "#/change-phrase");
  submit(document.querySelector("change-phrase-page form"));
  await settled();
  assert.match(text(), /Type the words that open your book now/);
  tickWritten();
  type(document.querySelector("[name=present]"), "wrong words");
  submit(document.querySelector("change-phrase-page form"));
  await settled();
  assert.match(text(), /not the phrase of this book/);
  assert.equal(document.querySelector("[name=present]").value, "wrong words");
  type(document.querySelector("[name=present]"), before);
  submit(document.querySelector("change-phrase-page form"));
  await settled();
  assert.equal(called(backend, "change_phrase").at(-1).phrase, backend.book.phrases[0]);
  assert.equal(document.querySelector("h1").textContent, "Your phrase is changed");
  assert.match(text(), /1 safety copy opens with the new phrase, too\..*keep the phrase they had: before\.coachbook This safety copy is from before/);
  assert.ok(!document.querySelector("[name=present]"), "the old words are gone from the window");
});

test("a new phrase that can be guessed is refused before the book is asked", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/change-phrase");
  named("button", /^Write my own$/).click();
  await settled();
  type(document.querySelector("[name=present]"), backend.book.phrase);
  type(document.querySelector("[name=own]"), "two words");
  await settled();
  submit(document.querySelector("change-phrase-page form"));
  await settled();
  assert.match(text(), /can be guessed/);
  assert.deepEqual(called(backend, "change_phrase"), []);
});

test("a new code asks for the phrase and leads to the new sheet", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/new-code");
  assert.match(text(), /Safety copies made until now still open with the old sheet/);
  type(document.querySelector("[name=phrase]"), backend.book.phrase);
  submit(document.querySelector("new-code-page form"));
  await settled();
  assert.equal(location.hash, "#/recovery");
  assert.match(text(), /Print the new sheet and destroy the old one/);
  assert.doesNotMatch(text(), /under the new code is made/);
});

test("a place that is away is named with what that means for its copies", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.copies, { folder: "/media/mara/STICK", reachable: false });
  await openWindow(backend, "#/change-phrase");
  tickWritten();
  type(document.querySelector("[name=present]"), backend.book.phrase);
  submit(document.querySelector("change-phrase-page form"));
  await settled();
  assert.match(text(), /\/media\/mara\/STICK can't be reached now\. Copies there open with the phrase of their time/);
});

test("after a new code a copy is made, and the older ones are counted", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.copies, { folder: "/media/mara/STICK", reachable: true, older: 3 });
  await openWindow(backend, "#/new-code");
  type(document.querySelector("[name=phrase]"), backend.book.phrase);
  submit(document.querySelector("new-code-page form"));
  await settled();
  assert.match(text(), /A safety copy under the new code is made\. 3 older copies open only with the old sheet\./);
});

test("the lock rests after wrong phrases, says so, and can be tried again; the code is not kept waiting", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.status, { state: "locked" });
  await openWindow(backend);
  backend.book.status.restSeconds = 1;
  type(document.querySelector("[name=secret]"), "wrong words");
  submit(document.querySelector("unlock-form form"));
  await settled();
  const open = () => named("button", /^Open my book$/);
  assert.match(text(), /The lock rests after several wrong phrases\. 1 second left\./);
  assert.ok(open().disabled);
  assert.equal(document.querySelector("[role=timer]").getAttribute("aria-live"), "off", "the seconds are not read aloud");
  named("button", /code on my recovery sheet/).click();
  await settled();
  assert.ok(!open().disabled);
  named("button", /Use my phrase/).click();
  await settled();
  assert.ok(open().disabled);
  backend.book.status.restSeconds = 0;
  await new Promise((done) => setTimeout(done, 1400));
  await settled();
  assert.match(text(), /You can try again now\./);
  assert.ok(!open().disabled);
});
