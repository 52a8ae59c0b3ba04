import assert from "node:assert/strict";
import { test } from "node:test";
import { document, named, openWindow, settled } from "./world.js";
import { fakeBackend, refusal } from "./fake-backend.js";
import { KeptField } from "../src/elements/session/kept-field.js";

customElements.define("kept-field", KeptField);

/** @param {any} field @param {any} value */
async function change(field, value) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = true;
  else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}

const previews = (/** @type {any} */ backend) => backend.calls.filter(([name]) => name === "preview_paper").length;

test("letterhead, colour, margins and sheet are kept at once and the page beside them is set anew", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings");
  assert.equal(previews(backend), 1);
  await change(document.querySelector("[name=head][value=centred]"), "centred");
  await change(document.querySelector("[name=margins]"), "wide");
  await change(document.querySelector("[name=accent]"), "#804020");
  assert.deepEqual(backend.book.practice.look, { head: "centred", accent: "#804020", margins: "wide" });
  assert.doesNotMatch(document.querySelector("#accent-hint").textContent, /darker/);
  await change(document.querySelector("[name=accent]"), "#ffe040");
  assert.match(document.querySelector("#accent-hint").textContent, /Printed a little darker/);
  named("button", /The green it began with/).click();
  await settled();
  assert.equal(backend.book.practice.look.accent, "#1e5b47");
  await change(document.querySelector("[name=paperSize]"), "Letter");
  assert.equal(backend.book.practice.settings.paperSize, "Letter");
  assert.equal(previews(backend), 7, "the first, and once after every change");
});

test("a logo is chosen, replaced, removed and brought back", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings");
  named("button", /Choose a logo/).click();
  await settled();
  assert.ok(named("button", /Choose another/));
  named("button", /Remove the logo/).click();
  await settled();
  assert.ok(named("button", /Choose a logo/));
  named("button", /Undo/).click();
  await settled();
  assert.ok(named("button", /Remove the logo/));
});

test("a file that is no logo is refused beside the button, and a closed dialog is not", async () => {
  let fault = refusal("logo_refused", "That is not a PNG, JPEG or SVG picture, or it is damaged.", "Save it as a PNG.");
  const backend = fakeBackend({ over: { choose_logo: () => { throw fault; } } });
  await openWindow(backend, "#/settings");
  named("button", /Choose a logo/).click();
  await settled();
  assert.match(document.querySelector("[aria-labelledby=set-papers] problem-note").textContent, /not a PNG, JPEG or SVG.*Save it as a PNG/s);
  fault = refusal("cancelled", "Nothing was saved.", "");
  named("button", /Choose a logo/).click();
  await settled();
  assert.doesNotMatch(document.querySelector("[aria-labelledby=set-papers]").textContent, /Nothing was saved|damaged/);
});

test("a drawing that cannot be drawn is refused in words", async () => {
  const backend = fakeBackend({ over: { choose_logo: () => ({ practice: null, drawing: "<svg" }) } });
  await openWindow(backend, "#/settings");
  named("button", /Choose a logo/).click();
  await settled();
  assert.match(document.querySelector("[aria-labelledby=set-papers] problem-note").textContent, /could not be drawn.*Save it as a PNG/s);
  assert.ok(!backend.calls.some(([name]) => name === "keep_drawn_logo"));
});

test("a client has a sheet and large letters of her own", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/client/1");
  named("button", /Change the details/).click();
  await settled();
  document.querySelector("[name=largePrint]").checked = true;
  document.querySelector("[name=paperSize]").value = "Letter";
  document.querySelector("fact-form form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settled();
  const { fields } = backend.calls.find(([name]) => name === "save_client")[1];
  assert.deepEqual([fields.largePrint, fields.paperSize], [true, "Letter"]);
});
