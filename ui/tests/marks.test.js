import assert from "node:assert/strict";
import { test } from "node:test";
import { aliasAt, readMark, settleQuote } from "../src/lib/marks.js";

for (const [line, name, rest] of [
  ["! he saw it", "insight", " he saw it"],
  [">call her", "action", "call her"],
  ["“such a revelation", "words", "such a revelation"],
  ["«so it is»", "words", "so it is»"],
  ["=no agreement is bad", "belief", "no agreement is bad"],
]) {
  test(`${line} begins with the mark for ${name}`, () => {
    const read = readMark(line, { inputType: "insertText" });
    assert.equal(read?.name, name);
    assert.equal(read?.rest, rest);
  });
}

test("what is pasted or being composed is words only", () => {
  assert.equal(readMark("! pasted", { inputType: "insertFromPaste" }), null);
  assert.equal(readMark("! composing", { isComposing: true }), null);
  assert.equal(readMark("an apostrophe's line"), null);
});

test("quotes around the whole line are the client's words, quotes inside it mark a part", () => {
  assert.deepEqual(settleQuote('such a revelation"'), { text: "such a revelation", inClientWords: true });
  assert.deepEqual(settleQuote('not so sure" that he will'), { text: '"not so sure" that he will', inClientWords: false });
});

test("an alias begins after a space, not inside an address", () => {
  assert.deepEqual(aliasAt("talk to @Mr", 11), { from: 8, typed: "Mr" });
  assert.equal(aliasAt("ana@example", 11), null);
});
