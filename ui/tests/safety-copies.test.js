import { document, named, openWindow, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptField } from "../src/elements/session/kept-field.js";
import { fakeBackend, refusal } from "./fake-backend.js";

customElements.define("kept-field", KeptField);

const chosen = { folder: "/media/mara/STICK", reachable: true, newest: { madeAt: "2026-11-20T16:03:00.000Z", sequence: 7, bytes: 2_400_000, lostScans: 0, isCurrent: false }, checkedOn: "2026-11-01" };
const section = () => document.querySelector("safety-copies").textContent.replace(/\s+/g, " ");

async function settingsWith(copies, more = {}) {
  const backend = fakeBackend(more);
  Object.assign(backend.book.copies, copies);
  await openWindow(backend, "#/settings");
  return backend;
}

test("without a place one sentence says so, and one act chooses it", async () => {
  await settingsWith({});
  assert.match(section(), /There is one copy of your book, here/);
  named("safety-copies button", /^Choose a place$/).click();
  await settled();
  assert.match(section(), /STICK.*2\.4 MB, every byte looked at.*Holds everything up to now/);
  assert.doesNotMatch(section(), /only copy/);
});

test("the sample offers neither a place nor a sheet, and says why", async () => {
  const backend = fakeBackend();
  backend.book.status.sample = true;
  await openWindow(backend, "#/settings");
  const said = document.querySelector("settings-page").textContent;
  assert.match(said, /The sample is never copied/);
  assert.doesNotMatch(said, /Choose a place|Write a safety copy|Make a new code|Check your recovery sheet/);
  assert.equal(document.querySelector("safety-copies"), null);
});

test("a disk that is not plugged in is said with what to do, and nothing is asked of it", async () => {
  await settingsWith({ ...chosen, reachable: false });
  assert.match(section(), /can't be reached now.*Plug in the disk/);
  assert.equal(document.querySelector("safety-copies input[name=synced]"), null);
});

test("a place on the same disk is no second copy, unless she says that it is synced", async () => {
  const backend = await settingsWith({ ...chosen, sameDisk: true });
  assert.match(section(), /Your only copy is on this laptop/);
  const tick = named("safety-copies input", /^Another program takes/);
  tick.checked = true;
  tick.dispatchEvent(new window.Event("change"));
  await settled();
  assert.deepEqual(backend.calls.at(-1), ["set_copies_synced", { synced: true }]);
  assert.doesNotMatch(section(), /Your only copy/);
});

test("why the last copy was not made is said, with what to do", async () => {
  await settingsWith({ ...chosen, problem: refusal("disk_full", "The disk is full.", "Make room on it.") });
  assert.match(section(), /The disk is full\. Make room on it\./);
  await settingsWith(chosen);
  assert.doesNotMatch(section(), /disk is full/, "control");
});

test("copies from before a new code are said, and deleted only when there is a newer one", async () => {
  const backend = await settingsWith({ ...chosen, newest: null, older: 2 });
  assert.match(section(), /2 safety copies here are from before your new recovery code.*Keep them until a new copy is made/);
  assert.throws(() => named("safety-copies button", /^Delete them for good$/));
  backend.book.copies.newest = chosen.newest;
  named("safety-copies button", /^Copy now$/).click();
  await settled();
  named("safety-copies button", /^Delete them for good$/).click();
  await settled();
  assert.doesNotMatch(section(), /from before your new recovery code/);
});

test("a large book shows how far its copy is, and looks again by itself", async () => {
  const backend = await settingsWith({ ...chosen, running: { done: 30_000_000, total: 120_000_000 } });
  assert.match(section(), /30 MB of 120 MB/);
  assert.equal(document.querySelector("safety-copies progress").getAttribute("value"), "30000000");
  backend.book.copies.running = null;
  await new Promise((done) => setTimeout(done, 900));
  await settled();
  assert.equal(document.querySelector("safety-copies progress"), null);
});

test("a copy that was made by itself is shown without being asked for", async () => {
  const backend = await settingsWith({ ...chosen, newest: null });
  assert.match(section(), /None yet/);
  backend.book.copies.newest = { ...chosen.newest, isCurrent: true };
  await new Promise((done) => setTimeout(done, 900));
  assert.match(section(), /None yet/, "control");
  backend.say("copies:due");
  await new Promise((done) => setTimeout(done, 900));
  await settled();
  assert.match(section(), /every byte looked at.*Holds everything up to now/);
  await openWindow(backend, "#/clients");
  const asked = backend.calls.length;
  backend.say("copies:due");
  await new Promise((done) => setTimeout(done, 900));
  assert.equal(backend.calls.length, asked, "nobody listens any more");
});

test("the newest copy is opened with what she types, and says what is in it", async () => {
  const backend = await settingsWith(chosen);
  submit(document.querySelector("safety-copies form"));
  await settled();
  assert.match(section(), /Nothing was typed/);
  assert.ok(!backend.calls.some(([name]) => name === "check_newest_copy"));
  const field = document.querySelector("safety-copies [name=secret]");
  type(field, backend.book.phrase);
  submit(document.querySelector("safety-copies form"));
  await settled();
  assert.match(section(), /It opens, and all of it is whole.*25 clients, 1 session, no papers and 3 scans.*1 scan could not be found whole/);
  assert.equal(field.value, "", "what opens the book does not stay in a field");
});

test("a safety copy says what it will bring before it brings it", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.status, { state: "none", books: [] });
  await openWindow(backend);
  named("button", /^Open a safety copy$/).click();
  await settled();
  type(document.querySelector("[name=secret]"), "wrong");
  submit(document.querySelector("copy-form form"));
  await settled();
  assert.match(document.querySelector("start-page").textContent, /not the phrase of this book/);
  type(document.querySelector("[name=secret]"), backend.book.phrase);
  submit(document.querySelector("copy-form form"));
  await settled();
  assert.match(document.querySelector("copy-contents").textContent, /This safety copy is whole.*25 clients/s);
  assert.ok(!backend.calls.some(([name]) => name === "open_safety_copy"), "it was opened without being asked");
  submit(document.querySelector("copy-form form"));
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "open_safety_copy")[1], { secret: backend.book.phrase });
  assert.equal(document.querySelector("h1").textContent, "Today");
});

test("on the locked page one act brings back the book as it was before", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.status, { state: "locked", books: [{ uid: "b1", name: "Mara Lind", sample: false, hasUndo: true }] });
  await openWindow(backend);
  named("button", /^Bring back the book as it was before/).click();
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "undo_restore")[1], { uid: "b1" });
  assert.match(document.querySelector("start-page").textContent, /Your book is locked/);
});

test("today says one calm line about copies, and leads to them", async () => {
  const backend = fakeBackend();
  backend.book.today.needsYou = [{ kind: "copies_unreachable", text: "", clientId: null, engagementId: null, sessionId: null }];
  await openWindow(backend);
  assert.match(document.querySelector("today-page").textContent, /can't be reached\. Plug in the disk/);
  assert.equal(document.querySelector(".today__need a").getAttribute("href"), "#/settings/safety");
});
