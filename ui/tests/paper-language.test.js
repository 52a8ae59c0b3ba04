import { document, openWindow, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { clientFacts } from "../src/lib/client-facts.js";
import { KeptField } from "../src/elements/session/kept-field.js";
import { words } from "../src/words/en.js";

customElements.define("kept-field", KeptField);

const choose = (/** @type {any} */ select, /** @type {string} */ value) => {
  select.value = value;
  select.dispatchEvent(new globalThis.window.Event("change", { bubbles: true }));
};
const preview = (/** @type {any[]} */ ...warnings) => () => ({ token: 1, pages: 1, width: 595, height: 842, suggestedName: "Paper.pdf", warnings, frozen: false, canBeGiven: false });

test("a client's papers have a language of their own, or the one of Settings", () => {
  const choicesOf = (/** @type {string | null} */ language) => clientFacts({ fields: { status: "active", language } }).find(({ name }) => name === "language")?.choices ?? {};
  assert.deepEqual(Object.entries(choicesOf(null))[0], ["", words.clients.fields.asInSettings]);
  assert.equal(choicesOf(null).ar, "العربية");
  assert.equal(Object.keys(choicesOf(null)).length, 11);
  assert.ok("sv" in choicesOf("sv"), "one that came from elsewhere is not lost when the form is saved");
  assert.ok(!("sv" in choicesOf("de")));
});

test("the language of papers is chosen in Settings", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/settings");
  choose(document.querySelector("[name=paperLanguage]"), "pl");
  await settled();
  const [, { settings }] = backend.calls.find(([name]) => name === "save_practice");
  assert.deepEqual([settings.paperLanguage, settings.paperSize], ["pl", "A4"]);
});

test("a paper says calmly that nobody has checked its language", async () => {
  await openWindow(fakeBackend({ over: { preview_paper: preview({ kind: "fixed_words_unreviewed", language: "German" }) } }), "#/paper/action_plan/11");
  assert.match(document.body.textContent, /The fixed words of this paper are in German, and no native speaker has checked them\./);
  await openWindow(fakeBackend({ over: { preview_paper: preview() } }), "#/paper/action_plan/11");
  assert.doesNotMatch(document.body.textContent, /native speaker/);
});
