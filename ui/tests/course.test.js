import { document, drawn, show } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBook } from "./session-backend.js";
import { johnsSession } from "./session-sample.js";

// The desk is a target of the window's events.
globalThis.EventTarget = document.defaultView.EventTarget;
if (!("navigator" in globalThis)) globalThis.navigator = document.defaultView.navigator;
const { setTransport } = await import("../src/ipc/transport.js");
const sessionsIpc = await import("../src/ipc/sessions.js");
const notesIpc = await import("../src/ipc/notes.js");
const { sessionElements } = await import("../src/elements/session/index.js");
const { SessionDesk } = await import("../src/lib/session-desk.js");
const { sleptSince } = await import("../src/lib/session-clock.js");
const { attend, giveTo, hasContradiction, SEEN_TO, Wakefulness } = await import("../src/lib/session-course.js");
const { listenAll, panelHandlers } = await import("../src/lib/session-panels.js");
const { toldEvent } = await import("../src/lib/told.js");
const { course: words } = await import("../src/words/en/course.js");

for (const [tag, element] of Object.entries(sessionElements)) if (!customElements.get(tag)) customElements.define(tag, element);

async function opened(book = new FakeBook()) {
  setTransport(book);
  const listQuestions = () => book.call("list_questions");
  const desk = new SessionDesk(1, { ...sessionsIpc, ...notesIpc, listQuestions });
  await desk.load();
  return { book, desk };
}

/** An element on a page whose session is the desk's. */
function placed(tag, desk) {
  const element = show(sessionElements[tag], tag);
  listenAll(element, panelHandlers(() => desk));
  element.frame = desk.frame;
  desk.addEventListener("change", () => {
    element.frame = desk.frame;
    element.update();
  });
  element.update();
  return element;
}

/** An element that asks for something as soon as it is there. */
async function asking(tag, desk) {
  const page = document.createElement("div");
  listenAll(page, panelHandlers(() => desk));
  document.body.replaceChildren(page);
  const element = document.createElement(tag);
  element.frame = desk.frame;
  page.append(element);
  await settled();
  return element;
}

const press = (element, text) => [...element.querySelectorAll("button")].find((button) => button.textContent.trim().startsWith(text)).click();
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await drawn();
};

test("only a sleep is a gap: a slow timer in a hidden window is none, and a short sleep neither", () => {
  const at = (minutes, awake = minutes) => ({ wall: minutes * 60_000, steady: awake * 60_000 });
  const before = at(10);
  assert.equal(sleptSince(before, at(11)), null);
  assert.equal(sleptSince(before, at(40)), null, "both clocks went on");
  assert.equal(sleptSince(before, at(13, 10)), null, "three minutes are a glass of water");
  assert.equal(sleptSince(before, at(62, 10)), before.wall, "52 minutes");
  assert.equal(sleptSince(before, at(-50, 11)), null, "a clock set back says nothing");
});

test("a session is attended once a window, and a sleep is told with its moment", async () => {
  const { book, desk } = await opened();
  await attend(desk);
  await attend(desk);
  assert.deepEqual(book.named("return_to_session").map(({ args }) => args), [{ sessionId: 1, since: null }]);
  const watch = new Wakefulness();
  const steady = performance.now();
  watch.look(desk, { wall: Date.parse("2026-03-04T09:20:00Z"), steady });
  book.calls.length = 0;
  watch.look(desk, { wall: Date.parse("2026-03-04T10:12:00Z"), steady: steady + 5_000 });
  await settled();
  assert.deepEqual(book.named("return_to_session").map(({ args }) => args.since), ["2026-03-04T09:20:00.000Z"]);
});

test("a gap stands in the status row until it is answered, and the answer can be taken back", async () => {
  const { book, desk } = await opened();
  book.gapOnReturn = { id: 5, minutes: 52 };
  await desk.wrote(() => desk.ipc.returnToSession(1, null));
  const row = placed("session-status", desk);
  await settled();
  assert.match(row.textContent, /52 minutes away: count them\?/);
  press(row, words.gap.leaveOut);
  await settled();
  assert.deepEqual(book.named("answer_gap").map(({ args }) => args), [{ sessionId: 1, gapId: 5, counted: false }]);
  assert.doesNotMatch(row.textContent, /away/);
  await desk.undo.takeBack();
  await settled();
  assert.match(row.textContent, /52 minutes away/);
  press(row, words.gap.count);
  await settled();
  assert.equal(book.named("answer_gap").at(-1).args.counted, true);
});

test("the other client is found by a few letters, nobody is named before, and the session can come back", async () => {
  const { book, desk } = await opened(johnsSession());
  const asked = [];
  document.addEventListener("notice:shown", (event) => asked.push(event.detail));
  const panel = await asking("belongs-panel", desk);
  assert.doesNotMatch(panel.textContent, /Mira|Ana|Otto/);
  const field = panel.querySelector("input");
  const type = async (letters) => {
    field.value = letters;
    field.dispatchEvent(new window.Event("input", { bubbles: true }));
    await settled();
  };
  await type("joh");
  assert.equal(panel.querySelectorAll("li").length, 0, "where it stands is no choice");
  await type("maric");
  assert.deepEqual([...panel.querySelectorAll("li")].map((item) => item.textContent.replace(/\s+/g, " ").trim()), ["Ana Marić · Leading", "Ana Marić · Writing"]);
  await type("mir");
  field.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  await settled();
  assert.deepEqual(book.named("move_session").map(({ args }) => args), [{ sessionId: 1, engagementId: 2 }]);
  assert.equal(desk.notes[0].rev, book.notes[0].rev, "the lines were read anew");
  assert.match(asked.at(-1).message, /Mira/);
  await asked.at(-1).undo();
  assert.equal(book.named("move_session").at(-1).args.engagementId, 1);
});

test("a client without a programme gets the first one with the session", async () => {
  const { book, desk } = await opened();
  assert.equal(await giveTo(desk, book.homes.at(-1)), true);
  assert.equal(book.named("move_session").at(-1).args.engagementId, 9);
});

test("after its day a session is not offered to anybody, and a refusal is told", async () => {
  const { book, desk } = await opened();
  desk.frame.course = { gaps: [], heldUntil: null, endAssumed: false, mayChangeClient: false, endedBefore: null };
  const panel = await asking("belongs-panel", desk);
  assert.equal(panel.querySelector("input"), null);
  assert.match(panel.textContent, /only on the day it is held/);
  book.failing = (name) => name === "move_session";
  assert.equal(await giveTo(desk, book.homes[1]), false);
  assert.equal(desk.problem.code, "disk");
});

test("a session that was still running shows its time, names nobody, and takes another time in one step", async () => {
  const { book, desk } = await opened();
  book.frame.course = { gaps: [], heldUntil: null, endAssumed: false, mayChangeClient: true, endedBefore: { sessionId: 7, heldOn: "2026-03-03", heldAt: "09:00", heldUntil: "09:40" } };
  await desk.load();
  const row = show(sessionElements["ended-before"], "ended-before");
  listenAll(row, panelHandlers(() => desk));
  row.ended = desk.frame.course.endedBefore;
  row.update();
  await settled();
  assert.match(row.textContent, /The session of .*3.*, 09:00, was still running/);
  assert.equal(row.querySelector("input").value, "09:40");
  row.querySelector("input").value = "09:55";
  press(row, words.before.right);
  await settled();
  assert.deepEqual(book.named("set_ended").map(({ args }) => args), [{ sessionId: 7, time: "09:55" }]);
  assert.equal(desk.frame.course.endedBefore, null);
  assert.equal(desk.session.id, 1, "the other session's frame was not taken for this one's");
});

test("a consent taken back is told with its time, red until it was seen to", async () => {
  const { book, desk } = await opened();
  const asked = [];
  document.addEventListener("notice:shown", (event) => asked.push(event.detail.message));
  book.frame.consents.push({ id: 4, purpose: "record_audio", decision: "granted", withdrawnAt: null, recipient: null, useLimit: null, quote: null });
  await desk.load();
  const bar = placed("session-bar", desk);
  await settled();
  assert.match(bar.textContent, /Recording/);
  assert.equal(bar.querySelector(".bar__contradiction"), null);
  const panel = placed("recording-asks", desk);
  await settled();
  press(panel, "Withdraw");
  await settled();
  assert.match(asked.at(-1), /Recording: consent withdrawn at \d\d:\d\d\./);
  assert.match(panel.textContent, /Withdrawn at \d\d:\d\d/);
  assert.equal(hasContradiction(desk.frame), true);
  press(panel, words.withdrawn.done);
  await settled();
  assert.equal(book.frame.checks.at(-1).key, SEEN_TO);
  assert.equal(hasContradiction(desk.frame), false);
});

test("both clients' histories say that a session was moved, without a word of what is in it", () => {
  for (const kind of ["session_moved_away", "session_moved_here"]) {
    const told = toldEvent({ kind, title: "", detail: null });
    assert.match(told.title, /^A session begun/);
    assert.equal(told.detail, "");
  }
});

test("wrap-up has the end on the wall, the gap to count, and whose session it is", async () => {
  const { book, desk } = await opened();
  Object.assign(book.frame.session, { status: "ended", minutes: 38 });
  book.frame.course = { gaps: [{ id: 5, minutes: 52 }], heldUntil: "11:30", endAssumed: true, mayChangeClient: true, endedBefore: null, staysOutOfSharing: true };
  await desk.load();
  const head = await asking("wrap-course", desk);
  desk.addEventListener("change", () => {
    head.frame = desk.frame;
    head.update();
  });
  assert.match(head.textContent, /its last line.*38 min.*52 minutes away: count them\?/s);
  press(head, words.before.right);
  await settled();
  assert.deepEqual(book.named("set_ended").map(({ args }) => args), [{ sessionId: 1, time: "11:30" }]);
  assert.doesNotMatch(head.textContent, /its last line/);
  const field = head.querySelector("[name=held-until]");
  field.value = "11:45";
  field.dispatchEvent(new window.Event("change", { bubbles: true }));
  press(head, words.gap.count);
  await settled();
  assert.equal(book.named("set_ended").at(-1).args.time, "11:45");
  assert.deepEqual(book.named("answer_gap").map(({ args }) => args.counted), [true]);
  press(head, words.belongs.title);
  await settled();
  assert.ok(head.querySelector("belongs-panel input"));
  press(head, words.belongs.back);
  await settled();
  assert.equal(head.querySelector("belongs-panel"), null);
});

test("a changed end and a changed day are told with a way back", async () => {
  const { book, desk } = await opened();
  Object.assign(book.frame.session, { status: "ended", heldOn: "2026-03-04", heldAt: "10:00" });
  book.frame.course = { gaps: [], heldUntil: "11:30", endAssumed: false, mayChangeClient: true, endedBefore: null };
  await desk.load();
  const told = [];
  const listen = (event) => told.push(event.detail);
  document.addEventListener("notice:shown", listen);
  const handlers = panelHandlers(() => desk);
  const tell = async (name, detail) => void (await handlers[name](new CustomEvent(name, { detail })));
  await tell("ended:set", { sessionId: 1, time: "11:10" });
  assert.match(told.at(-1).message, /11:10/);
  await told.at(-1).undo();
  assert.deepEqual(book.named("set_ended").map(({ args }) => args.time), ["11:10", "11:30"]);
  await tell("held:changed", { date: "2026-03-03", time: "10:00" });
  assert.match(told.at(-1).message, /10:00/);
  await told.at(-1).undo();
  assert.deepEqual(book.named("set_held_on").map(({ args }) => args.date), ["2026-03-03", "2026-03-04"]);
  const before = book.named("set_held_on").length;
  await tell("held:changed", { date: desk.session.heldOn, time: desk.session.heldAt });
  assert.equal(book.named("set_held_on").length, before, "a control: nothing changed, nothing is written");
  document.removeEventListener("notice:shown", listen);
});
