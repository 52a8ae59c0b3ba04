import { document, location, named, openWindow, settled, submit, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
const place = (before, found, after) => ({ before, found, after });
const choices = (more = {}) => ({ recipient: "John Doe", password: "oat lantern river seven", hasText: true, places: [], ...more });

async function offered(over = {}, wanted = {}) {
  const preview = { token: 9, pages: 1, suggestedName: "p.pdf", missing: [], frozen: false, canBeGiven: true };
  const backend = fakeBackend({ over: { preview_paper: () => preview, giving_choices: () => choices(wanted), give_paper: () => ({ fileName: "p.eml" }), ...over } });
  await openWindow(backend, "#/paper/session_summary/41");
  named("button", /^Give a copy…$/).click();
  await settled();
  return backend;
}

const given = (backend) => backend.calls.filter(([name]) => name === "give_paper").map(([, args]) => args);
const form = () => document.querySelector("give-copy form");
const choose = async (label) => {
  const input = [...document.querySelectorAll("give-copy label")].find((one) => label.test(text(one))).querySelector("input");
  input.checked = input.type === "checkbox" ? !input.checked : true;
  input.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
};

test("a paper that is hers alone offers no copy", async () => {
  await openWindow(fakeBackend(), "#/paper/session_sheet/41");
  assert.equal(document.querySelector("give-copy"), null);
});

test("the draft goes to the client, without a password unless she wants one", async () => {
  const backend = await offered();
  assert.equal(document.querySelector("[name=password]"), null);
  submit(form());
  await settled();
  assert.deepEqual(given(backend), [{ token: 9, giving: { recipient: "John Doe", way: "email_draft", mask: [] }, password: null }]);
  assert.match(text(document.querySelector("app-notice")), /Coachbook sends nothing/);
  assert.equal(document.querySelector("give-copy dialog").open, false);
});

test("a password is said once, and is nowhere in the window after that", async () => {
  const backend = await offered();
  await choose(/^Lock it with a password$/);
  type(document.querySelector("[name=password]"), "  ");
  submit(form());
  await settled();
  assert.match(text(document.querySelector("give-copy [role=alert]")), /password is empty/);
  type(document.querySelector("[name=password]"), "copper willow anchor");
  submit(form());
  await settled();
  assert.equal(given(backend)[0].password, "copper willow anchor");
  assert.match(text(document.querySelector("give-copy")), /copper willow anchor/);
  named("button", /^Done$/).click();
  document.querySelector("give-copy dialog").dispatchEvent(new window.Event("close"));
  await settled();
  assert.doesNotMatch(document.body.innerHTML, /copper willow/);
});

test("every place can be looked at and may stay, in the text as in a file, but not in what was handed over", async () => {
  const backend = await offered({}, { places: [place("", "Mr. X", " listens"), place("write to ", "Mr. X", "")] });
  await choose(/^Leave out the names/);
  assert.match(text(document.querySelector("give-copy")), /2 of 2 places/);
  await choose(/write to Mr. X/);
  assert.match(text(document.querySelector("give-copy")), /1 of 2 places/);
  submit(form());
  await settled();
  assert.deepEqual(given(backend)[0].giving.mask, [0]);
  named("button", /^Give a copy…$/).click();
  await settled();
  await choose(/^Leave out the names/);
  await choose(/^I printed it$/);
  submit(form());
  await settled();
  assert.deepEqual(given(backend)[1].giving, { recipient: "John Doe", way: "printed", mask: [] });
  named("button", /^Give a copy…$/).click();
  await settled();
  await choose(/^Its text, to paste$/);
  await choose(/^Leave out the names/);
  assert.match(text(document.querySelector("give-copy")), /Its text follows this list/);
  submit(form());
  await settled();
  assert.deepEqual(given(backend)[2].giving, { recipient: "John Doe", way: "text_copied", mask: [0, 1] });
  assert.match(text(document.querySelector("app-notice")), /without the names you left out/);
});

test("without a name nothing is given", async () => {
  const backend = await offered();
  type(document.querySelector("[name=recipient]"), " ");
  submit(form());
  await settled();
  assert.match(text(document.querySelector("give-copy [role=alert]")), /To whom is missing/);
  assert.deepEqual(given(backend), []);
});

const once = (more = {}) => ({ recipient: "John Doe", at: "2026-03-04T10:00:00Z", way: "email_draft", locked: false, ...more });
const paper = (id, more = {}) => ({ id, kind: "session_summary", sessionNumber: 1, versionNo: null, madeOn: "2026-03-04", documentId: "ab12cd34", masked: false, replaces: null, given: [once()], signed: false, ...more });

async function listed(papers, outstanding = []) {
  const backend = fakeBackend({ over: { given_papers: () => ({ papers, outstanding }), remove_given: () => null, restore_given: () => null } });
  await openWindow(backend, "#/client/1/papers");
  return backend;
}

test("the list says what, to whom, when, how and what it replaces; an agreement stays", async () => {
  const rows = [paper(3, { kind: "agreement", sessionNumber: null, versionNo: 2, documentId: null, signed: true, given: [] }), paper(2, { replaces: "2026-03-01", masked: true, given: [once({ locked: true }), once({ way: "by_hand", recipient: "<b>Ana</b>" })] })];
  await listed(rows, [{ paperId: 3, kind: "agreement", sessionNumber: null, versionNo: 2, since: "2026-03-04T10:00:00Z", missing: ["client", "sponsor"] }]);
  const said = text(document.querySelector("given-list"));
  for (const words of [/Not signed yet/, /Agreement, version 2/, /Still to sign: client, sponsor\./, /Session summary, session 1/, /John Doe, as an e-mail draft, with a password/, /<b>Ana<\/b>, handed over/, /Replaces the one of/, /Without the names/, /Document ab12cd34/]) assert.match(said, words);
  assert.equal(named("a", /^Sign on screen: Agreement, version 2$/).getAttribute("href"), "#/sign/3");
  assert.deepEqual([...document.querySelectorAll("given-list button")].map((one) => one.getAttribute("aria-label")), ["Remove: Session summary, session 1"]);
});

test("what is taken off the list can be brought back", async () => {
  const backend = await listed([paper(2)]);
  named("button", /^Remove: Session summary/).click();
  await settled();
  named("button", /^Undo$/).click();
  await settled();
  assert.deepEqual(backend.calls.filter(([name]) => /_given$/.test(name)), [["remove_given", { paperId: 2 }], ["restore_given", { paperId: 2 }]]);
});

const signer = (role, name, more = {}) => ({ role, name, required: true, signedAt: null, method: null, ...more });
const said = { agree: "I have read this agreement and agree to it.", record: "You may record the session named on this paper.", share: "You may share the recording as this paper says, and for nothing else.", refuse: "I have read this paper and do not agree to a recording." };
const sheet = (more = {}) => ({ paperId: 5, kind: "agreement", versionNo: 1, pages: 4, sha256: "9f86d081".repeat(8), clientId: 1, clientName: "John Doe", signers: [signer("coach", "Mara Lind"), signer("client", "John Doe")], open: true, words: said, ...more });

async function signed(over = {}, more = {}) {
  const backend = fakeBackend({ over: { signing_sheet: () => sheet(more), sign_paper: () => sheet(more), ...over } });
  await openWindow(backend, "#/sign/5");
  assert.equal(location.hash, "#/sign/5");
  return backend;
}

const signatures = (backend) => backend.calls.filter(([name]) => name === "sign_paper").map(([, { signature }]) => signature);
const tick = async (label) => {
  const input = [...document.querySelectorAll("sign-page label")].find((one) => label.test(text(one))).querySelector("input");
  input.checked = true;
  input.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
};

test("nothing is signed before its sentence is agreed to; a typed name is bound to what was shown", async () => {
  const backend = await signed();
  assert.match(text(document.querySelector("sign-page")), /SHA-256 begins with 9f86d081/);
  submit(document.querySelector("form.sign"));
  await settled();
  assert.deepEqual(signatures(backend), []);
  assert.match(text(document.querySelector("form.sign [role=alert]")), /not ticked/);
  await tick(/^I have read/);
  await tick(/^Type the name$/);
  document.querySelector("[name=place]").value = "Lund";
  submit(document.querySelector("form.sign"));
  await settled();
  const [{ sha256, role, name, strokes, place: where, intent }] = signatures(backend);
  assert.deepEqual([sha256, role, name, strokes, where, intent], ["9f86d081".repeat(8), "coach", "Mara Lind", null, "Lund", "I have read this agreement and agree to it."]);
});

test("another person agrees for themselves", async () => {
  const backend = await signed();
  await tick(/^I have read/);
  await tick(/^John Doe, client$/);
  submit(document.querySelector("form.sign"));
  await settled();
  assert.deepEqual(signatures(backend), [], "the coach's tick counted for the client");
});

test("a consent is an answer, and a refusal is one too", async () => {
  const backend = await signed({}, { kind: "recording_consent", versionNo: null, signers: [signer("client", "John Doe")] });
  await tick(/^Type the name$/);
  submit(document.querySelector("form.sign"));
  await settled();
  await tick(/^You may record/);
  submit(document.querySelector("form.sign"));
  await settled();
  const [refused, granted] = signatures(backend).map(({ intent }) => intent);
  assert.match(refused, /do not agree to a recording/);
  assert.equal(granted, "You may record the session named on this paper.");
});

test("a drawing is kept in the field's own measure", async () => {
  const backend = await signed();
  await tick(/^I have read/);
  const field = document.querySelector(".sign-pad__field");
  field.getBoundingClientRect = () => ({ left: 10, top: 20, width: 500, height: 150 });
  const move = (kind, x, y) => field.dispatchEvent(Object.assign(new window.Event(kind, { bubbles: true, cancelable: true }), { clientX: x, clientY: y, button: 0, pointerId: 1 }));
  for (const [kind, x, y] of [["pointermove", 0, 0], ["pointerdown", 60, 45], ["pointermove", 61, 45], ["pointermove", 260, 95], ["pointermove", 9999, -5], ["pointerup", 0, 0], ["pointermove", 90, 90]]) move(kind, x, y);
  await settled();
  submit(document.querySelector("form.sign"));
  await settled();
  assert.deepEqual(signatures(backend)[0].strokes, [[[100, 50], [500, 150], [1000, 0]]]);
});

test("on a paper's page, what is chosen by name closes the list and not another dialog", async () => {
  await openWindow(fakeBackend({ over: { preview_paper: () => ({ token: 9, pages: 1, suggestedName: "p.pdf", missing: [], frozen: false, canBeGiven: true }) } }), "#/paper/session_summary/41");
  document.dispatchEvent(new CustomEvent("app:everything"));
  await settled(40);
  const list = document.querySelector("dialog.dialog--list");
  assert.equal(list.open, true);
  list.dispatchEvent(new CustomEvent("everything:chosen", { bubbles: true, detail: { goes: "#/clients" } }));
  await settled();
  assert.equal(list.open, false);
  assert.equal(location.hash, "#/clients");
});
