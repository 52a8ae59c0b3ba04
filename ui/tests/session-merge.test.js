import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf } from "../src/lib/session-merge.js";
import { rowOf } from "../src/lib/session-rows.js";

const standing = { result: "unknown", evidence: null, assessedBy: null };

test("two quick changes of one standing are both kept", () => {
  const known = { id: 1, text: "a plan", standing };
  const evidence = changeOf({ type: "measure", ...known, standing: { ...standing, evidence: "clear" } }, known);
  const latest = { ...known, standing: { ...standing, result: "met" } };
  assert.deepEqual(evidence(latest).standing, { result: "met", evidence: "clear", assessedBy: null });
});

test("two quick ticks are both kept, and a tick taken away stays away", () => {
  const known = { id: 1, who: "a friend", actions: [6, 9] };
  const tick = changeOf({ type: "accountability", ...known, actions: [6, 9, 8] }, known);
  assert.deepEqual(tick({ ...known, actions: [6, 9, 7] }).actions, [6, 9, 7, 8]);
  const untick = changeOf({ type: "accountability", ...known, actions: [6] }, known);
  assert.deepEqual(untick({ ...known, actions: [6, 9, 7] }).actions, [6, 7]);
});

test("a new row, and a row nobody knows, go as they are", () => {
  const row = { type: "insight", id: 4, text: "so it is" };
  assert.deepEqual(changeOf(row, null)(null), row);
  assert.ok(!rowOf({ insights: [{ id: 4 }] }, "insight", 5));
});

test("a date is one thing", () => {
  const known = { id: 1, what: "write", due: { kind: "by", text: "by Friday" } };
  const undated = changeOf({ type: "action", ...known, due: null, dueText: "tomorrow" }, known);
  assert.deepEqual(undated({ ...known, what: "write it" }), { type: "action", id: 1, what: "write it", due: null, dueText: "tomorrow" });
});
