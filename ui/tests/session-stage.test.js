import assert from "node:assert/strict";
import { test } from "node:test";
import { INTENTS, noteOf, PLAIN, stageOfIntent, withMark, withoutMark } from "../src/lib/session-stage.js";
import { isKey, KEYS, readKeys, withKey, writeKeys } from "../src/lib/own-keys.js";
import { chordOf } from "../src/lib/session-keys.js";
import { openCounts } from "../src/lib/session-open.js";
import { chipName, rowForSlot } from "../src/lib/session-rows.js";
import { stamp, minutesLeft } from "../src/lib/session-clock.js";
import { emptyFrame, GROW } from "./session-backend.js";

const session = { model: GROW, phase: "R", topicId: 1, lastBelief: 9 };

for (const [intent, kind, slot] of [
  ["facts", "plain", null], ["specificity", "plain", null], ["truth", "plain", null], ["evidence", "evidence", null], ["assumption", "assumption", null],
  ["exception", "exception", null], ["past_success", "past_success", null], ["perspective", "perspective", null], ["pattern", "pattern", null],
  ["obstacle", "obstacle", null], ["feeling", "feeling", null], ["topic", "plain", "topic"], ["outcome", "plain", "wanted_result"], ["importance", "plain", "importance"],
  ["measure", "plain", "measure"], ["need_to_address", "plain", "need_to_address"], ["when", "plain", "due"], ["support", "plain", "support"], ["accountability", "plain", "accountability"],
]) {
  test(`after a question about ${intent} the next line is ${slot ?? kind}`, () => {
    const stage = stageOfIntent(intent, { hasAction: true });
    assert.equal(stage.kind, kind);
    assert.equal(stage.slot, slot);
  });
}

test("no question makes a commitment", () => {
  for (const said of Object.values(INTENTS)) assert.equal(said.make ?? null, null);
});

test("what hangs on an action is plain while there is none", () => {
  assert.equal(stageOfIntent("when", { hasAction: false }).slot, null);
});

test("plain lines in Options are options, marked ones are what the mark says", () => {
  assert.equal(noteOf(PLAIN, "mail him", { ...session, phase: "O" }).kind, "option");
  assert.equal(noteOf(PLAIN, "mail him", session).kind, "plain");
  assert.equal(noteOf(withMark(PLAIN, "action", ">"), "mail him", { ...session, phase: "O" }).kind, "plain");
  assert.equal(noteOf(withMark(PLAIN, "noticed", "*"), "he looks away", { ...session, phase: "O" }).visibility, "private");
});

test("a mark never changes the phase; a check-in tags one line", () => {
  assert.equal(noteOf(withMark(PLAIN, "belief", "="), "x", session).phase, "R");
  assert.equal(noteOf({ ...PLAIN, kind: "check_in", phase: "CLOSE" }, "better", session).phase, "CLOSE");
});

test("what makes a belief less sure is linked to the last one", () => {
  const note = noteOf(withMark(PLAIN, "lessSure", "<"), "not so sure", session);
  assert.deepEqual([note.kind, note.answers], ["evidence", 9]);
});

test("Backspace gives the mark back as a character, their words join another mark", () => {
  const both = withMark(withMark(PLAIN, "insight", "!"), "words", "“");
  assert.deepEqual([both.make, both.words], ["insight", true]);
  const one = withoutMark(both);
  assert.deepEqual([one.text, one.stage.words, one.stage.make], ["“", false, "insight"]);
  assert.deepEqual(withoutMark(one.stage), { stage: { ...PLAIN }, text: "!" });
});

test("chords go by place for digits and for layouts without Latin letters, and never with Alt", () => {
  const key = (init) => chordOf({ ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, isComposing: false, code: "", ...init });
  assert.equal(key({ key: "é", code: "Digit2" }), "phase2");
  assert.equal(key({ key: "у", code: "KeyE" }), "whatElse");
  assert.equal(key({ key: "e", code: "KeyD" }), "whatElse");
  assert.equal(key({ key: "Enter" }), "asAction");
  assert.equal(key({ key: "h", shiftKey: true }), "cover");
  assert.equal(key({ key: "e", shiftKey: true }), null);
  assert.equal(key({ key: "2", code: "Digit2", altKey: true }), null);
  assert.equal(key({ key: "2", code: "Digit2", ctrlKey: false }), null);
});

test("with Shift, a letter of the alphabet keeps the line; three of them are never taken", () => {
  const key = (letter) => chordOf({ ctrlKey: true, metaKey: false, shiftKey: true, altKey: false, isComposing: false, code: "", key: letter });
  assert.equal(key("X"), "as:x");
  assert.equal(key("g"), "as:g");
  for (const letter of ["S", "E", "U"]) assert.equal(key(letter), null, letter);
});

test("keys can be chosen; two acts never share one, and what belongs to the window stays", () => {
  const pressed = (letter, shiftKey, keys) => chordOf({ ctrlKey: true, metaKey: false, shiftKey, altKey: false, isComposing: false, code: "", key: letter }, keys);
  const keys = withKey({ ...KEYS }, "cover", "T");
  assert.deepEqual([keys.cover, keys.nextTopic], ["T", "Shift+H"]);
  assert.equal(pressed("t", false, keys), "cover");
  assert.equal(pressed("H", true, keys), "nextTopic");
  assert.deepEqual(readKeys(writeKeys(keys)), { cover: "T", nextTopic: "Shift+H" });
  for (const taken of ["L", "C", "Shift+U", "Shift+S", "1", ""]) assert.equal(isKey(taken), false, taken);
  assert.deepEqual(readKeys("cover=L\nnobody=B\nnonsense"), {});
});

test("slots become rows; the last action takes its date words", () => {
  const frame = emptyFrame();
  frame.actions = [{ id: 5, what: "mail", due: { kind: "none" }, support: null }];
  assert.deepEqual(rowForSlot("due", "in a week", frame), { type: "action", id: 5, what: "mail", due: null, support: null, dueText: "in a week" });
  assert.deepEqual(rowForSlot("accountability", "a friend", frame).actions, [5]);
  assert.equal(rowForSlot("wanted_result", "ways out", frame).slot, "wanted_result");
});

test("time and names in words", () => {
  assert.equal(stamp(11 * 60_000 + 59_000), "00:11");
  assert.equal(stamp(3_723_000), "01:02");
  const startedAt = new Date(0).toISOString();
  assert.equal(minutesLeft({ startedAt, plannedMinutes: 60, pausedMs: 60_000, pausedSince: null, endedAt: null }, 37 * 60_000), 24);
  assert.equal(chipName({ title: "The argument with Mr. X", shortName: null }), "argument");
  assert.equal(chipName({ title: "x", shortName: "Rapport" }), "Rapport");
});

test("what is open is counted, and nothing is open in a silent session but what comes next", () => {
  assert.deepEqual(openCounts(emptyFrame(), []), { lines: 0, clear: 0, actions: 0, standing: 0, next: 1 });
});
