import { document, named, openWindow, press, settled, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

const gap = (key) => [...document.querySelectorAll("gap-field")].find((one) => one.dataset.key === key);
const field = () => document.querySelector("[name=gap]");

test("Enter keeps a gap and goes on to the next open one, Esc leaves it", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/agreement/14");
  gap("client.legal_name").querySelector("button").click();
  assert.equal(document.activeElement, field());
  type(field(), "Ana Petrović");
  press(field(), "Enter");
  await settled();
  assert.deepEqual(backend.calls.find(([name]) => name === "fill_gap")[1], { versionId: 24, key: "client.legal_name", value: "Ana Petrović" });
  assert.equal(field().closest("gap-field").dataset.key, "effective_date");
  assert.equal(document.activeElement, field());

  type(field(), "tomorrow");
  press(field(), "Escape");
  await settled();
  assert.equal(field(), null);
  assert.equal(backend.calls.filter(([name]) => name === "fill_gap").length, 1);
});

test("Enter while an input method composes belongs to it", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/agreement/14");
  gap("fee_text").querySelector("button").click();
  type(field(), "120");
  press(field(), "Enter", { isComposing: true });
  await settled();
  assert.ok(!backend.calls.some(([name]) => name === "fill_gap"));
});

test("what is missing is a live list that leads to its gap", async () => {
  await openWindow(fakeBackend(), "#/agreement/14");
  const missing = () => [...document.querySelectorAll(".side__missing button")].map((one) => one.textContent.trim());
  const before = missing();
  named(".side__missing button", /^Fee$/).click();
  assert.equal(field().closest("gap-field").dataset.key, "fee_text");
  named("gap-field button", /Leave as a line/).click();
  await settled();
  assert.deepEqual(missing(), before.filter((label) => label !== "Fee"));
});

test("it cannot be made ready while a gap is open, and says where to go", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/agreement/14");
  named("button", /^Make ready to sign$/).click();
  await settled();
  assert.match(document.querySelector("agreement-page [role=alert]").textContent, /gaps are still open/);
  assert.equal(field().closest("gap-field").dataset.key, "client.legal_name");
  assert.ok(!backend.calls.some(([name]) => name === "issue_agreement"));
});

test("a frozen sheet has no gap to press, and an old unsigned one is flagged in words", async () => {
  const backend = fakeBackend();
  Object.assign(backend.book.sheet, { status: "issued", issuedAt: new Date(Date.now() - 9 * 86_400_000).toISOString() });
  await openWindow(backend, "#/agreement/14");
  assert.equal(document.querySelector("gap-field"), null);
  assert.match(document.querySelector(".agreement__side").textContent, /over a week ago and not signed yet/);
  named("button", /^Make version 2$/).click();
  await settled();
  assert.ok(document.querySelector("gap-field"));
});

test("clauses move with their buttons and with Ctrl and an arrow", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/agreement/14");
  named(".side__moves button", /^Move “Scope” up$/).click();
  await settled();
  press(named(".side__moves button", /^Move “Scope” down$/), "ArrowDown", { ctrlKey: true });
  await settled();
  assert.deepEqual(backend.calls.filter(([name]) => name === "move_clause").map(([, args]) => args.to), [1, 2]);
});
