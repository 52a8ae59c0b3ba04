import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../src/lib/filter.js";

test("names are found without accents, in any order of words", () => {
  assert.ok(matches("jose", "José García"));
  assert.ok(matches("garc jos", "José García"));
  assert.ok(matches("", "anybody"));
  assert.ok(matches("ana", null, "Ana"));
  assert.ok(!matches("jose x", "José García"));
});
