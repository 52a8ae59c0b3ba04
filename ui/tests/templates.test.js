import { document, location, named, openWindow, press, settled, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend, refusal } from "./fake-backend.js";
import { TemplateDesk } from "../src/lib/template-desk.js";
import { WITHIN } from "../src/lib/autosave.js";

const saves = (backend) => backend.calls.filter(([name]) => name === "save_template").map(([, args]) => args);
const rest = () => new Promise((done) => setTimeout(done, WITHIN + 60));
const partOf = (key) => [...document.querySelectorAll("template-part")].find((part) => part.dataset.key === key);
const words = (key) => partOf(key).querySelector("[name=body]");

async function copyOf(kind, more = {}) {
  const backend = fakeBackend(more);
  await openWindow(backend, "#/templates");
  named("button", new RegExp(`^Make my own copy: ${kind}$`)).click();
  await settled();
  location.hash = "#/template/1";
  await settled();
  return backend;
}

test("the list shows each kind with what is used, and an own copy opens to be written", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/templates");
  assert.deepEqual([...document.querySelectorAll("templates-page h2")].map((one) => one.textContent), ["Agreement", "Recording consent", "Session summary", "E-mail", "Opening"]);
  assert.equal(document.querySelectorAll(".texts__used").length, 2, "only what is printed is called used");
  named("button", /^Make my own copy: Agreement$/).click();
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "copy_template")[1], { kind: "agreement", name: "My words: Agreement", from: null });
  assert.equal(location.hash, "#/template/1");
});

test("a field is found by its letters and put in at the caret; Esc goes back to the words", async () => {
  const backend = await copyOf("Opening");
  const field = words("words");
  field.focus();
  field.setSelectionRange(9, 9);
  const picker = named("button", /^Insert a field: What you say$/);
  picker.click();
  const find = document.querySelector("field-picker input");
  assert.equal(document.activeElement, find);
  type(find, "fee");
  await settled();
  assert.deepEqual([...document.querySelectorAll("[role=option]")].map((one) => one.firstElementChild.textContent), ["Fee"]);
  press(find, "Escape");
  assert.equal(document.activeElement, field);
  assert.equal(document.querySelector("[role=option]"), null);

  picker.click();
  type(document.querySelector("field-picker input"), "your na");
  await settled();
  press(document.querySelector("field-picker input"), "Enter");
  assert.equal(field.value, "Good day,{coach.name} {client.name}.");
  assert.equal(document.activeElement, field);
  assert.equal(field.selectionStart, 9 + "{coach.name}".length);
  await rest();
  assert.equal(saves(backend).at(-1).words.parts[0].body, field.value, "what is put in is saved like what is typed");
});

test("a slip is told beside the words and at the side, leads there, and is mended with one press", async () => {
  await copyOf("Agreement");
  type(words("fees"), "For {client.nmae}: {fee_text}.");
  await rest();
  await settled();
  named(".template__finding", /\{client\.nmae\} is no field\. Did you mean “Client's name”\?.*in “Fees”/).click();
  assert.equal(document.activeElement, words("fees"));
  assert.deepEqual([words("fees").selectionStart, words("fees").selectionEnd], [4, 17]);
  named(".part__finding .button", /^Put in \{client\.name\}$/).click();
  assert.equal(words("fees").value, "For {client.name}: {fee_text}.");
  await rest();
  await settled();
  assert.equal(document.querySelector(".part__finding"), null);
  assert.match(document.querySelector("template-side").textContent, /Nothing to mend/);
});

test("clauses are left out, moved, and added before the signatures; the words typed stay", async () => {
  const backend = await copyOf("Agreement");
  type(words("fees"), "Half-typed");
  const box = named("clause-order input", /Include “Supervision”/);
  box.checked = true;
  box.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  named(".side__moves button", /^Move “Fees” up$/).click();
  await settled();
  named("clause-order button", /^Add a clause of your own$/).click();
  assert.equal(document.activeElement, partOf("own:1").querySelector("[name=heading]"));
  assert.equal(words("fees").value, "Half-typed");
  await rest();
  const sent = saves(backend).at(-1).words.parts;
  assert.deepEqual(sent.map(({ key }) => key), ["parties", "fees", "what_coaching_is", "supervision", "own:1", "signatures"]);
  assert.ok(sent.find(({ key }) => key === "supervision").included);
  assert.ok(named("clause-order input", /Include “Parties”/).disabled, "what every agreement has stays in it");
});

test("leaving saves what was typed a moment ago and closes the version", async () => {
  const backend = await copyOf("Opening");
  type(words("words"), "Last words");
  location.hash = "#/templates";
  await settled();
  assert.equal(saves(backend).at(-1).words.parts[0].body, "Last words");
  assert.ok(backend.calls.some(([name]) => name === "leave_template"));
});

test("before the book locks the words are saved; if that fails the window stays and says so", async () => {
  let whole = true;
  const backend = await copyOf("Opening", { over: { save_template: () => { if (!whole) throw refusal("full", "The disk is full.", "Make room."); throw refusal("x", "x", ""); } } });
  whole = false;
  type(words("words"), "Not lost");
  document.dispatchEvent(new window.CustomEvent("app:lock"));
  await settled();
  assert.ok(!backend.calls.some(([name]) => name === "lock_book"), "it is not locked over unsaved words");
  assert.equal(words("words").value, "Not lost");
  assert.match(document.querySelector("template-page [role=alert]").textContent, /The disk is full/);
});

test("the preview fills in samples and says what is not known; writing goes on where it was", async () => {
  await copyOf("Agreement");
  type(words("fees"), "{fee_text} for {client.name}, {mystery}");
  named("button", /^Preview$/).click();
  await settled();
  const filled = document.querySelector("template-filled").textContent.replace(/\s+/g, " ");
  assert.match(filled, /150 euros a session for Ana, mystery: not known/);
  assert.equal(document.querySelector("template-part"), null);
  named("button", /^Write$/).click();
  await settled();
  assert.equal(words("fees").value, "{fee_text} for {client.name}, {mystery}");
});

test("an earlier version is looked at and brought back as a new one", async () => {
  const backend = await copyOf("Opening");
  backend.book.templates[0].versions.unshift({ number: 2, savedAt: "2026-11-21T10:00:00.000Z" });
  type(words("words"), "Newer words");
  await rest();
  await settled();
  named("button", /^Look at version 1$/).click();
  await settled();
  assert.match(document.querySelector("dialog.template__earlier").textContent, /Good day, \{client\.name\}/);
  named("dialog button", /^Bring it back$/).click();
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "bring_back_template")[1], { templateId: 1, number: 1 });
  assert.equal(words("words").value, "Good day, {client.name}.");
});

test("removing offers a way back", async () => {
  const backend = await copyOf("Opening");
  named("button", /^Remove$/).click();
  await settled();
  assert.equal(location.hash, "#/templates");
  assert.ok(backend.book.templates[0].removed);
  named("app-notice button", /^Undo$/).click();
  await settled();
  assert.ok(!backend.book.templates[0].removed);
});

test("typing without a pause is saved within the limit, and the words of the window win over the answer", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/templates");
  const made = await backend.call("copy_template", { kind: "opening_script", name: "Mine", from: null });
  const desk = new TemplateDesk(await backend.call("open_template", { templateId: made.id }), () => {});
  desk.writePart("words", { body: "one" });
  const flight = desk.flush();
  desk.writePart("words", { body: "one two" });
  assert.ok(await flight);
  assert.equal(desk.sheet.parts[0].body, "one two");
  assert.deepEqual(saves(backend).map(({ words }) => words.parts[0].body), ["one", "one two"]);
});
