import assert from "node:assert/strict";
import { test } from "node:test";
import { document, location, named, openWindow, settled, type } from "./world.js";
import { fakeBackend } from "./fake-backend.js";
import { inBook } from "../src/lib/everything.js";
import { paperOf } from "../src/lib/paper-request.js";

const titles = (/** @type {any} */ where) => [...where.querySelectorAll(".papers__title")].map((one) => one.textContent);

/** @param {any} field @param {any} value */
async function change(field, value) {
  if (field.type === "radio") field.checked = true;
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}

test("four papers stand first, the others behind one door that stays as it was left", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/client/1/papers");
  assert.equal(titles(document.querySelector("paper-list > ul")).length, 4);
  const door = document.querySelector("details.papers__more");
  assert.equal(door.open, false);
  assert.deepEqual(titles(door), ["Session record", "Coaching plan", "Closing report", "Everything kept about John", "Blank form"]);
  door.open = true;
  door.dispatchEvent(new Event("toggle"));
  named("a", /^Preview: Coaching plan/).click();
  await settled();
  assert.deepEqual(backend.calls.filter(([name]) => name === "preview_paper").at(-1)[1], { paper: { kind: "coaching_plan", engagementId: 11 } });
  location.hash = "#/client/1/papers";
  await settled();
  assert.equal(document.querySelector("details.papers__more").open, true, "she comes back to where she was");
});

test("before the first session only what there is something for is offered", async () => {
  await openWindow(fakeBackend(), "#/client/2/papers");
  assert.deepEqual(titles(document.querySelector("details.papers__more")), ["Everything kept about Ana", "Blank form"]);
});

test("the agreement of three is offered where there is a sponsor", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.clients[0].engagements[0].fields, { sponsor: "Example Works Ltd" });
  await openWindow(backend, "#/client/1/papers");
  assert.equal(named("a", /Agreement of three$/).getAttribute("href"), "#/agreement/11");
});

test("one of several sessions and forms is chosen before it is looked at", async () => {
  const backend = fakeBackend();
  backend.book.clients[0].sessions.push({ sessionId: 40, engagementId: 11, number: 1, status: "completed", heldOn: "2026-01-09", plannedAt: null, minutes: 50 });
  await openWindow(backend, "#/client/1/papers");
  const copy = () => named("a", /Session record$/).getAttribute("href");
  assert.equal(copy(), "#/paper/session_record/41");
  await change(named("select", /Which session/), "1");
  assert.equal(copy(), "#/paper/session_record/40");
  await change(named("select", /Which form/), "5");
  assert.equal(named("a", /Blank form$/).getAttribute("href"), "#/paper/blank_wheel/1");
});

test("an address says which paper is meant", () => {
  assert.deepEqual(paperOf({ kind: "blank_before_session", id: 3 }), { kind: "blank_form", form: "before_session", clientId: 3 });
  assert.deepEqual(paperOf({ kind: "blank_wheel" }), { kind: "blank_form", form: "wheel", clientId: null });
  assert.deepEqual(paperOf({ kind: "session_record", id: 4 }), { kind: "session_record", sessionId: 4 });
  assert.deepEqual(paperOf({ kind: "continuity_sheet" }), { kind: "continuity_sheet" });
});

test("the papers of the practice say whose hours are missing, and the log is saved between two days", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/practice-papers");
  assert.match(document.body.textContent, /2 clients are named in it/);
  assert.match(document.body.textContent, /1 client has not agreed to be named and is only counted/);
  assert.match(document.body.textContent, /1 client nobody has said who pays/);
  assert.equal(document.querySelectorAll(".practice-papers .papers__one").length, 11);
  assert.match(document.querySelector(".practice-papers").textContent, /Printed on .*, since then 2 clients changed\./);
  named("a", /^Preview: Coaching hours log/).click();
  await settled();
  await change(document.querySelector("[name=from]"), "2026-01-01");
  assert.deepEqual(backend.calls.filter(([name]) => name === "preview_paper").at(-1)[1], { paper: { kind: "hours_log", from: "2026-01-01", until: null } });
  named("button", /Save as CSV/).click();
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "save_hours_csv")[1], { from: "2026-01-01", until: null });
});

test("what is kept is given once every record with a name was looked at", async () => {
  const naming = [
    { key: "note:1", title: "Note, Reality", on: "2026-03-04", text: "Mr. X said no", names: ["Mr. X"], private: true, review: null },
    { key: "topic:1", title: "Topic", on: "2026-03-04", text: "Rapport with Mr. X", names: ["Mr. X"], private: false, review: null },
    { key: "person:1", title: "A person spoken of", on: null, text: "Mr. X", names: ["Mr. X"], private: false, review: null },
  ];
  const backend = fakeBackend({ seed: { naming } });
  await openWindow(backend, "#/access/1");
  assert.match(document.body.textContent, /0 of 3 looked at/);
  assert.equal(document.querySelector("paper-preview"), null, "nothing is given yet");
  await change(document.querySelector('[name="review-note:1"][value=renamed]'), "renamed");
  assert.equal(document.querySelector("textarea").value, "somebody said no");
  type(document.querySelector("textarea"), "a colleague said no");
  named("button", /Give the other 2 as they are/).click();
  await settled();
  named("button", /Show the paper/).click();
  await settled();
  assert.deepEqual(backend.calls.filter(([name]) => name === "preview_paper").at(-1)[1].paper, { kind: "access_export", clientId: 1 });
  assert.deepEqual(backend.book.naming.map((/** @type {any} */ { review }) => review), [
    { key: "note:1", choice: "renamed", words: "a colleague said no" },
    { key: "topic:1", choice: "as_written", words: null },
    { key: "person:1", choice: "as_written", words: null },
  ]);
  await change(document.querySelector('[name="review-topic:1"][value=left_out]'), "left_out");
  assert.equal(document.querySelector("paper-preview"), null, "a paper made with other decisions is gone");
  location.hash = "#/";
  await settled();
  location.hash = "#/access/1";
  await settled();
  assert.match(document.body.textContent, /3 of 3 looked at/, "what was decided is still there");
});

test("the papers of the practice are found by name from everywhere", () => {
  assert.ok(inBook([]).some(({ text, goes }) => text === "Papers of my practice" && goes === "#/practice-papers"));
});

test("whether a client may be named in the log is noted with a session, and taken back by itself", async () => {
  const consents = [{ id: 5, purpose: "record_audio", decision: "granted" }];
  const john = () => backend.book.clients[0];
  const note = (/** @type {string} */ detail) => john().timeline.push({ at: "2026-03-04", kind: "consent", title: "list_in_hours_log", detail, sessionId: 41 });
  const backend = fakeBackend({ over: {
    get_session: () => ({ frame: { consents }, notes: [] }),
    save_session_row: ({ row }) => (consents.push({ ...row, id: 6 }), note(row.decision), { id: 6, frame: {} }),
    withdraw_consent: () => ((john().timeline.at(-1).detail = "withdrawn"), {}),
  } });
  await openWindow(backend, "#/client/1/privacy");
  assert.match(document.body.textContent, /May John be named in the log of your hours/);
  named("button", /Yes, in writing/).click();
  await settled();
  const { sessionId, row } = backend.calls.find(([name]) => name === "save_session_row")[1];
  assert.deepEqual([sessionId, row.purpose, row.decision, row.method], [41, "list_in_hours_log", "granted", "written"]);
  assert.match(document.body.textContent, /They agreed to be named/);
  named("button", /They took it back/).click();
  await settled();
  assert.deepEqual(backend.calls.filter(([name]) => name === "withdraw_consent").map(([, args]) => args), [{ sessionId: 41, consentId: 6 }], "that one and no other");
  assert.match(document.body.textContent, /They are not named/);
});

test("nobody is asked before the first session", async () => {
  await openWindow(fakeBackend(), "#/client/2/privacy");
  assert.match(document.body.textContent, /Ask once you have met/);
});

test("a sponsor is told only words the client approved", async () => {
  const report = { clientId: 1, sponsor: "Example Works Ltd", from: null, until: null, progress: "", standing: "no_period", approvedOn: null };
  const backend = fakeBackend({ over: {
    get_sponsor_report: () => ({ ...report }),
    save_sponsor_report: ({ from, until, progress }) => ({ ...Object.assign(report, { from, until, progress, standing: from && until ? (report.approvedOn ? "changed" : "waiting") : "no_period" }) }),
    approve_sponsor_report: ({ on }) => ({ ...Object.assign(report, { approvedOn: on, standing: "approved" }) }),
  } });
  await openWindow(backend, "#/sponsor/11");
  await change(document.querySelector("[name=progress]"), "She speaks in every meeting.");
  assert.match(document.body.textContent, /A first and a last day are needed/);
  assert.deepEqual([report.progress, report.from], ["She speaks in every meeting.", null], "it is kept before there are days");
  await change(document.querySelector("[name=from]"), "2026-01-01");
  await change(document.querySelector("[name=until]"), "2026-03-31");
  assert.match(document.body.textContent, /Not approved yet/);
  document.querySelector("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settled();
  assert.match(document.body.textContent, /The client approved these words/);
  await change(document.querySelector("[name=progress]"), "She speaks at times.");
  assert.match(document.body.textContent, /approved anew/);
});
