import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../src/words/en.js";

const folder = new URL("../src/words/en/", import.meta.url);

/** Every sentence, with stand-ins for what is filled in. @returns {[string, string][]} */
function sentences(value, path = "words") {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value("Ana", 2, "x"))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

test("no word on the screen shouts, begs or speaks like a machine", () => {
  const forbidden = /[a-z0-9]!|\b(successful(ly)?|please|oops|invalid|vault|entity|visibility|backup|restore|database|sync(hronise|hronize)?|user|GROW model error|error \d|finali[sz]e)\b/i;
  for (const [path, sentence] of sentences(words)) {
    assert.doesNotMatch(sentence, forbidden, path);
  }
});

test("the test for forbidden words can fail", () => {
  assert.throws(() => assert.doesNotMatch("Saved successfully", /successfully/));
  assert.ok(sentences({ a: { b: () => "x" } }).length === 1);
});

test("pages and elements hold no sentences of their own", () => {
  for (const where of ["pages", "elements"]) {
    const here = new URL(`../src/${where}/`, import.meta.url);
    for (const file of readdirSync(here).filter((name) => name.endsWith(".js"))) {
      const markup = readFileSync(new URL(file, here), "utf8").match(/>[^<>${}`=]*[A-Za-z]{3,} [a-z]{2,}[^<>${}`=]*</g) ?? [];
      assert.deepEqual(markup.filter((piece) => !/[;()]/.test(piece)), [], `${where}/${file}`);
    }
  }
  assert.ok(readdirSync(folder).length >= 7);
});
