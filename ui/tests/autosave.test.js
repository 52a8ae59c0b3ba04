import assert from "node:assert/strict";
import { test } from "node:test";
import { Autosave, WITHIN } from "../src/lib/autosave.js";
import { Clock } from "./clock.js";

/** An autosave on a clock of the test's own, with what it saved. */
function started({ failing = false } = {}) {
  const clock = new Clock();
  const saved = [];
  const desk = { clock, saved, failing };
  const save = async (text) => {
    if (desk.failing) throw new Error("full disk");
    saved.push(text);
  };
  return Object.assign(desk, { autosave: new Autosave(save, { clock }) });
}

test("unbroken typing is saved at the limit, counted from the first unsaved key", async () => {
  const { autosave, clock, saved } = started();
  for (let typed = 0; typed < WITHIN; typed += 50) {
    autosave.change(`text ${typed}`);
    await clock.pass(50);
  }
  assert.deepEqual(saved, ["text 350"]);
});

test("nothing is saved before the limit, and a flush does not wait for it", async () => {
  const { autosave, clock, saved } = started();
  autosave.change("half a line");
  await clock.pass(WITHIN - 1);
  assert.deepEqual(saved, []);
  assert.equal(await autosave.flush(), true);
  assert.deepEqual(saved, ["half a line"]);
  assert.equal(autosave.state, "saved");
});

test("a failed save keeps the text and says since when", async () => {
  const desk = started({ failing: true });
  await desk.clock.pass(1000);
  desk.autosave.change("precious");
  assert.equal(await desk.autosave.flush(), false);
  assert.equal(desk.autosave.state, "failed");
  assert.equal(desk.autosave.unsaved, "precious");
  assert.equal(desk.autosave.since, 1000);

  desk.failing = false;
  assert.equal(await desk.autosave.flush(), true, "trying again saves it");
  assert.deepEqual(desk.saved, ["precious"]);
});
