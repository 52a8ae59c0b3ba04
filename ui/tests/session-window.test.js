import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBook } from "./session-backend.js";

const { setTransport } = await import("../src/ipc/transport.js");
const { lineHandlers, menuHandlers, turnStrip } = await import("../src/pages/session-handlers.js");

/** As much of a session page as its handlers need. */
function page(book = new FakeBook()) {
  setTransport(book);
  return {
    desk: { frame: book.frame, session: book.frame.session, setPhase() {} }, acts: { leave() {} }, covered: false, panel: null, strip: { on: false, above: false }, taken: 0, isConnected: true,
    update() {},
    attempt: (work) => work().catch(() => undefined),
    take() {
      this.taken += 1;
    },
    show(panel) {
      if (panel && this.covered) return;
      this.panel = panel;
    },
  };
}

const raise = (handlers, name, detail) => handlers[name]({ detail, stopPropagation() {} });
const settled = () => new Promise((done) => setImmediate(done));

test("one key makes the window the strip and back, and the caret stays in the line", async () => {
  const book = new FakeBook();
  const session = page(book);
  session.panel = "focus";
  raise(lineHandlers(session), "chord", "strip");
  await settled();
  assert.deepEqual(session.strip, { on: true, above: true });
  assert.equal(session.panel, null, "a panel has no room in the strip");
  raise(lineHandlers(session), "chord", "strip");
  await settled();
  assert.equal(session.strip.on, false);
  assert.deepEqual(book.named("set_strip").map(({ args }) => args.on), [true, false]);
  assert.equal(session.taken, 2);
  raise(menuHandlers(session), "menu:chosen", "strip");
  await settled();
  assert.equal(session.strip.on, true);
  raise(menuHandlers(session), "strip:left");
  await settled();
  assert.equal(session.strip.on, false);
});

test("a panel that brings the window back keeps the caret", async () => {
  const session = page();
  session.strip = { on: true, above: true };
  session.panel = "closing";
  await turnStrip(session, false);
  assert.deepEqual([session.panel, session.taken, session.strip.on], ["closing", 0, false]);
});

test("a window that can't be the strip stays as it is", async () => {
  const book = new FakeBook();
  book.failing = (name) => name === "set_strip";
  const session = page(book);
  await turnStrip(session);
  assert.equal(session.strip.on, false);
});

test("under Cover no key but its own changes anything", () => {
  const session = page();
  const chord = (name) => raise(lineHandlers(session), "chord", name);
  chord("cover");
  assert.equal(session.covered, true);
  for (const other of ["opening", "closing", "phase5", "focus"]) chord(other);
  assert.deepEqual([session.covered, session.panel], [true, null]);
  raise(lineHandlers(session), "line:leave");
  assert.equal(session.covered, true, "Esc does not uncover");
  chord("cover");
  assert.equal(session.covered, false);
});
