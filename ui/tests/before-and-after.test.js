import { document, location, named, openWindow, press, settled, submit } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { GROW } from "./session-backend.js";
import { setTransport } from "../src/ipc/transport.js";
import { waitingActs } from "../src/lib/session-waiting.js";
import { KeptField } from "../src/elements/session/kept-field.js";
import { PriorActions } from "../src/elements/session/prior-actions.js";
import { WaitingTopics } from "../src/elements/session/waiting-topics.js";
import { WrapLines } from "../src/elements/session/wrap-lines.js";
import { PrepPage } from "../src/pages/prep-page.js";

for (const [tag, element] of Object.entries({ "kept-field": KeptField, "prior-actions": PriorActions, "waiting-topics": WaitingTopics, "wrap-lines": WrapLines, "prep-trial": PrepPage }))
  if (!customElements.get(tag)) customElements.define(tag, element);

const action = (id, what, more = {}) => ({ id, what, wording: null, due: null, support: null, status: "open", sessionNumber: 1, heldOn: "2026-03-04", ...more });
const standing = { result: "partly", evidence: null, assessedBy: null };
const prepOf = (more = {}) => ({
  session: { id: 7, status: "planned", plannedAt: "2026-03-11T09:00:00Z" }, clientId: 1, nameOnScreen: "Ana", number: 2, planned: 6, preferredName: "Ana", pronouns: "she", roleTitle: null, organisation: null,
  callLink: "https://call.example/ana", first: false, agreementExpected: true, forNextTime: "Ask about the letter first",
  before: { sessionId: 6, number: 1, heldOn: "2026-03-04", focus: [{ id: 1, slot: "wanted_result", text: "say no", standing }], measures: [], insights: [{ id: 1, text: "late is allowed", inClientWords: true }] },
  actions: Array.from({ length: 12 }, (_, at) => action(at + 1, `promise ${at + 1}`)), topics: [], waiting: [{ id: 5, title: "The move", status: "carried_forward", sessionNumber: 1, heldOn: "2026-03-04" }],
  promises: [{ id: 1, owner: "coach", what: "send the article", dueDate: null }], people: [{ id: 1, alias: "Mr. X", relation: "head of the other team" }], strengths: [], resources: [{ id: 1, text: "walks before answering" }],
  skills: [], agreement: null, consents: [], withdrawalsToSeeTo: [], ...more,
});

async function prepPage(prep, over = {}) {
  const backend = fakeBackend({ over: { get_prep: () => prep, ...over } });
  setTransport(backend);
  document.body.replaceChildren();
  const page = document.createElement("prep-trial");
  page.route = { sessionId: 7 };
  document.body.append(page, document.createElement("app-notice"));
  await settled();
  return { page, backend };
}

test("prep says first what she left for herself, and drops no open action", async () => {
  const { page } = await prepPage(prepOf());
  const said = page.textContent.replace(/\s+/g, " ");
  for (let at = 1; at <= 12; at++) assert.ok(said.includes(`promise ${at}`), `promise ${at}`);
  for (const words of ["say no", "partly", "“late is allowed”", "The move", "send the article", "Mr. X", "head of the other team", "walks before answering", "https://call.example/ana", "Addressed as Ana, she", "No signed agreement", "2 of 6"])
    assert.ok(said.includes(words), words);
  assert.equal(page.querySelector("section").textContent.replace(/\s+/g, " ").trim(), "For next time Ask about the letter first".replace("time ", "time"));
});

test("an action shows the words used, the day they were read as, and when it was for", async () => {
  const due = { kind: "by", text: "by Friday", from: null, date: "2020-03-06", readFromWords: false };
  const { page } = await prepPage(prepOf({ actions: [action(1, "call her", { wording: "can", due, support: "a friend", sessionNumber: 3 })] }));
  assert.match(page.querySelector(".prior").textContent.replace(/\s+/g, " "), /call her “can” “by Friday” was for (6 March|March 6,) 2020 · with a friend · session 3/);
});

test("a first talk with somebody new shows nothing amber and nothing missing", async () => {
  const empty = { first: true, agreementExpected: false, forNextTime: null, before: null, actions: [], waiting: [], promises: [], people: [], resources: [] };
  const { page } = await prepPage(prepOf(empty));
  assert.match(page.textContent, /First meeting\. Nothing to recall, only to be there\./);
  assert.equal(page.querySelector(".prep__amber"), null);
  assert.doesNotMatch(page.textContent, /agreement|Recording/);
  const known = await prepPage(prepOf({ ...empty, agreementExpected: true }));
  assert.ok(known.page.querySelector(".prep__amber"), "control: with a client it is pointed out");
});

test("one key leads to the sheet, unless a field has the focus", async () => {
  const { page } = await prepPage(prepOf());
  press(page.querySelector("select"), "p");
  assert.doesNotMatch(location.hash, /session_sheet/);
  press(document.body, "p");
  assert.equal(location.hash, "#/paper/session_sheet/7/print");
  location.hash = "#/";
});

test("a waiting topic is taken up and given back", async () => {
  const { page, backend } = await prepPage(prepOf(), { take_up_topic: () => ({ id: 90, frame: {} }), remove_session_row: () => ({}) });
  named("button", /^Take up today: The move$/).click();
  await settled();
  named("app-notice button", /^Undo$/).click();
  await settled();
  const asked = backend.calls.filter(([name]) => /take_up|remove/.test(name));
  assert.deepEqual(asked, [["take_up_topic", { sessionId: 7, topicId: 5 }], ["remove_session_row", { sessionId: 7, type: "topic", id: 90 }]]);
  assert.ok(page.isConnected);
});

test("how an action stands is saved without where it came from, and taken back whole", async () => {
  const saved = [];
  const backs = [];
  const acts = waitingActs({ saveRow: async (row) => (saved.push(row), row), removeRow: async () => {}, takeUp: async () => null }, (_, back) => backs.push(back));
  await acts.stands({ action: action(3, "call her", { due: { kind: "none" } }), status: "done" });
  await backs[0]();
  assert.deepEqual(saved.map(({ status }) => status), ["done", "open"]);
  for (const row of saved) assert.equal("sessionNumber" in row || "heldOn" in row, false);
  assert.deepEqual(saved[0].due, { kind: "none" }, "a known date is not read again");
});

const today = (more) => fakeBackend({ seed: { today: { coachName: "Mara", needsYou: [], running: null, upcoming: [], later: null, openActions: 0, sample: false, ...more } } });

test("a session far off is told, and Today does not claim there is none", async () => {
  await openWindow(today({ later: { sessionId: 9, clientId: 1, name: "Ana", plannedAt: "2026-12-22T09:00:00Z", number: 2, planned: null } }), "#/");
  assert.match(document.body.textContent, /The next session is with Ana/);
  assert.doesNotMatch(document.body.textContent, /When a session is planned, it appears here|No session is planned/);
  await openWindow(today({}), "#/");
  assert.match(document.body.textContent, /When a session is planned, it appears here/, "control: with none it says so");
});

test("at most three things need her, the rest folds; a wrap-up that waits leads there", async () => {
  const need = (kind, sessionId = null) => ({ kind, text: "Ana", clientId: 1, engagementId: 2, sessionId });
  await openWindow(today({ needsYou: [need("recovery"), need("only_copy"), need("wrap_up", 41), need("follow_up"), need("unsigned_agreement")] }), "#/");
  const open = [...document.querySelectorAll(".today__need")].filter((row) => !row.closest("details"));
  assert.deepEqual(open.map((row) => row.querySelector("a").getAttribute("href")), ["#/recovery", "#/settings/safety", "#/session/41/wrap-up"]);
  assert.match(open[1].textContent, /Your only copy is on this laptop\./);
  assert.equal(document.querySelectorAll("details .today__need").length, 2);
});

test("a session on paper goes to its wrap-up; one that lies ahead does not", async () => {
  const backend = fakeBackend({ over: { record_session: () => ({ sessionId: 55 }) } });
  await openWindow(backend, "#/client/1/sessions");
  const form = document.querySelector("on-paper-form form");
  const day = form.querySelector("[name=paper-day]");
  const known = day.value;
  day.value = "2999-01-01";
  submit(form);
  await settled();
  assert.match(document.querySelector("on-paper-form").textContent, /lies ahead/);
  day.value = known;
  form.querySelector("[name=paper-time]").value = "00:00";
  form.querySelector("[name=paper-minutes]").value = "";
  submit(form);
  await settled();
  assert.equal(location.hash, "#/session/55/wrap-up");
  const [, held] = backend.calls.find(([name]) => name === "record_session");
  assert.deepEqual(held, { engagementId: 11, sessionId: null, date: known, time: "00:00", minutes: null }, "a length nobody knows is not made up");
});

test("letters and digits act on the lines in the range, and not at all when switched off", async () => {
  const note = (id) => ({ id, rev: 1, at: "", elapsedMs: 0, earlier: 0, text: `line ${id}`, phase: "G", kind: "plain", topicId: null, inClientWords: false, visibility: "private", answers: null, beliefStatus: null });
  const frame = { model: GROW, insights: [], actions: [], strengths: [], resources: [], skills: [] };
  const lines = document.createElement("wrap-lines");
  Object.assign(lines, { notes: [note(1), note(2), note(3)], frame });
  document.body.replaceChildren(lines);
  await settled();
  const told = [];
  for (const name of ["line:phase", "line:act"]) lines.addEventListener(name, ({ detail }) => told.push([name, (detail.notes ?? [detail.note]).map(({ id }) => id), detail.phase ?? detail.letter]));
  const at = (index) => lines.querySelector(`[data-index="${index}"]`);
  at(0).focus();
  press(at(0), "ArrowDown", { shiftKey: true });
  await settled();
  press(at(1), "2", { code: "Digit2" });
  press(at(1), "f");
  assert.deepEqual(told, [["line:phase", [1, 2], "R"], ["line:act", [1], "f"], ["line:act", [2], "f"]]);
  lines.lettersOn = false;
  press(at(1), "f");
  press(at(1), "3", { code: "Digit3" });
  assert.equal(told.length, 3);
});

test("an answer about the practice is changed, forgotten, and brought back", async () => {
  const practice = { coach: { legalName: "Mara" }, settings: { paperSize: "A4", paperLanguage: "en", idleLockMinutes: 10, wrapUpLetters: true, ownKeys: "", keepYears: 3 }, answers: [{ key: "fee", label: "Fee", value: "120" }], look: { head: "split", accent: "#1e5b47", margins: "normal" }, printedAccent: "#1e5b47", hasLogo: false };
  const answer = ({ key, value }) => ({ ...practice, answers: value ? [{ key, label: "Fee", value }] : [] });
  const backend = fakeBackend({ seed: { practice }, over: { save_practice_answer: answer } });
  await openWindow(backend, "#/settings");
  const field = document.querySelector(".answers input");
  assert.equal(field.value, "120");
  field.value = "130";
  press(field, "Enter");
  await settled();
  named("button", /^Forget the answer: Fee$/).click();
  await settled();
  named("app-notice button", /^Undo$/).click();
  await settled();
  const asked = backend.calls.filter(([name]) => name === "save_practice_answer").map(([, { value }]) => value);
  assert.deepEqual(asked, ["130", "", "130"]);
});

test("the plan shows all that is open, the last session, or the session she comes from", async () => {
  const backend = fakeBackend();
  const asked = () => backend.calls.filter(([name]) => name === "preview_paper").map(([, { paper }]) => paper).at(-1);
  await openWindow(backend, "#/paper/action_plan/11");
  assert.deepEqual(asked(), { kind: "action_plan", sessionId: null, engagementId: 11, lastSession: false });
  named("input", /^Last session$/).dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.equal(asked().lastSession, true);
  await openWindow(backend, "#/paper/action_plan/11/session/41");
  assert.deepEqual(asked(), { kind: "action_plan", sessionId: 41, engagementId: 11, lastSession: false });
  named("input", /^All open$/).dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.equal(asked().sessionId, null);
  location.hash = "#/";
});
