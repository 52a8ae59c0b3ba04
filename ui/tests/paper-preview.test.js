import { document, named, openWindow, press, settled, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { PageDrawings } from "../src/lib/page-drawings.js";
import { firstFrom, hitAfter, placesOn } from "../src/lib/paper-hits.js";
import { inWords } from "../src/lib/paper-warnings.js";
import { percentOf, step, widthOf, zoomOf } from "../src/lib/paper-zoom.js";
import { wishOf } from "../src/lib/window-keys.js";

const A4 = { width: 595.28, height: 841.89 };
const place = (y) => ({ x: 0.1, y, width: 0.2, height: 0.02 });

test("sizes go up and down in steps, from whatever is shown", () => {
  assert.equal(step(100, 1), 125);
  assert.equal(step(112, 1), 125);
  assert.equal(step(112, -1), 100);
  assert.equal(step(200, 1), 200);
  assert.equal(step(31, -1), 75);
  assert.equal(widthOf("width", A4), "100%");
  assert.equal(widthOf(150, A4), "892.92pt");
  assert.match(widthOf("page", A4), /100cqh.*0\.7070/);
  assert.equal(Math.round(percentOf(793.7, 595.28)), 100);
  assert.deepEqual(["width", "page", "125", "x"].map(zoomOf), ["width", "page", 125, "width"]);
});

test("the keys for sizes and for finding are the window's to give", () => {
  const key = (name, more) => wishOf({ key: name, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false, ...more });
  assert.deepEqual([key("+"), key("="), key("+", { shiftKey: true }), key("-"), key("0"), key("f")], ["larger", "larger", "larger", "smaller", "fit", "find"]);
  assert.equal(key("0", { ctrlKey: false }), null);
});

test("hits begin on the page that is read and go round", () => {
  const hits = [{ page: 0, places: [place(0.1)] }, { page: 2, places: [place(0.2), place(0.3)] }, { page: 2, places: [place(0.5)] }];
  assert.deepEqual([firstFrom(hits, 0), firstFrom(hits, 1), firstFrom(hits, 3), firstFrom([], 0)], [0, 1, 0, -1]);
  assert.deepEqual([hitAfter(2, 1, 3), hitAfter(0, -1, 3), hitAfter(-1, 1, 0)], [0, 2, -1]);
  assert.deepEqual(placesOn(hits, 1, 2).map(({ y, current }) => [y, current]), [[0.2, true], [0.3, true], [0.5, false]]);
  assert.deepEqual(placesOn(hits, 1, 1), []);
});

test("pages are drawn one after the other as they are looked at, and let go when there are many", async () => {
  const gone = [];
  const { createObjectURL, revokeObjectURL } = URL;
  let made = 0;
  URL.createObjectURL = () => `blob:${made++}`;
  URL.revokeObjectURL = (address) => void gone.push(address);
  const asked = [];
  const drawings = new PageDrawings(async (page) => (asked.push(page), new ArrayBuffer(1)), () => {}, 2);
  await Promise.all([drawings.look(0), drawings.look(1)]);
  drawings.lookAway(1);
  await drawings.look(2);
  assert.deepEqual(asked, [0, 1, 2]);
  assert.deepEqual([0, 1, 2].map((page) => drawings.address(page)), ["blob:0", undefined, "blob:2"]);
  await drawings.look(1);
  assert.equal(drawings.address(1), "blob:3", "drawn again when it is looked at again");
  drawings.close();
  assert.deepEqual(gone.sort(), ["blob:0", "blob:1", "blob:2", "blob:3"]);
  Object.assign(URL, { createObjectURL, revokeObjectURL });
});

test("a failing page stops the drawing and is tried again when it is looked at again", async () => {
  let fails = true;
  const drawings = new PageDrawings(async () => (fails ? undefined : new ArrayBuffer(1)), () => {});
  await drawings.look(0);
  assert.equal(drawings.address(0), undefined);
  fails = false;
  await drawings.look(0);
  assert.ok(drawings.address(0));
});

test("every warning says what and what to do, and leads there where it can", () => {
  const warnings = [
    { kind: "missing_characters", characters: ["𓀀"] },
    { kind: "open_gaps", engagementId: 11, gaps: [{ key: "fee_text", label: "Fee" }] },
    { kind: "lines_left", fields: ["purpose", "kept_until"] },
    { kind: "not_signed", engagementId: 11, issued: true },
    { kind: "not_signed", engagementId: 11, issued: false },
    { kind: "logo_unreadable" },
    { kind: "clauses_in_english", language: "Polish" },
    { kind: "empty_fields", labels: ["Next session"] },
  ].map(inWords);
  for (const { what, todo } of warnings) assert.ok(what.endsWith(".") || what.includes("𓀀"), what), assert.ok(todo.endsWith("."), todo);
  assert.deepEqual(warnings[1].ways, [{ word: "Fee", hash: "#/agreement/11/gap/fee_text" }]);
  const many = inWords({ kind: "open_gaps", engagementId: 11, gaps: Array.from({ length: 16 }, (_, n) => ({ key: `g${n}`, label: `Gap ${n}` })) });
  assert.deepEqual(many.ways.map(({ word }) => word), ["Gap 0", "Gap 1", "Gap 2", "Gap 3", "All 16"]);
  assert.match(warnings[2].what, /what for, kept until/);
  assert.notEqual(warnings[3].what, warnings[4].what);
  assert.match(warnings[6].what, /Polish/);
  assert.match(warnings[7].what, /Next session/);
  for (const { ways } of warnings.slice(6)) assert.deepEqual(ways, [{ word: "To your texts", hash: "#/templates" }]);
});

test("a paper of several pages has small pages with one stop in the tab order", async () => {
  await openWindow(fakeBackend(), "#/paper/agreement/21");
  const small = [...document.querySelectorAll("page-thumbs button")];
  assert.deepEqual(small.map((one) => one.tabIndex), [0, -1, -1]);
  assert.equal(small[0].getAttribute("aria-current"), "page");
  assert.equal(small[1].getAttribute("aria-label"), "Page 2 of 3");
  let wanted = -1;
  document.querySelector("paper-preview").addEventListener("page:wanted", ({ detail }) => (wanted = detail));
  small[0].focus();
  press(small[0], "ArrowDown");
  assert.equal(wanted, 1);
  assert.equal(document.activeElement, small[1]);
  press(small[1], "End");
  assert.equal(wanted, 2);
  await openWindow(fakeBackend(), "#/paper/session_summary/41");
  assert.equal(document.querySelector("page-thumbs"), null, "one page needs none");
});

test("words are found, counted, marked and gone through", async () => {
  const backend = fakeBackend();
  backend.book.hits = { clear: [{ page: 0, places: [place(0.1)] }, { page: 1, places: [place(0.4), place(0.42)] }] };
  await openWindow(backend, "#/paper/agreement/21");
  const field = named("input", /Find in this paper/);
  document.dispatchEvent(new window.CustomEvent("app:find", { cancelable: true }));
  assert.equal(document.activeElement, field);
  type(field, "clear");
  press(field, "Enter");
  await settled();
  const count = () => document.querySelector(".paper__count").textContent;
  assert.equal(count(), "1 of 2");
  assert.equal(document.querySelectorAll(".paper__hit").length, 3);
  assert.equal(document.querySelectorAll(".paper__hit--here").length, 1);
  press(field, "Enter");
  await settled();
  assert.equal(count(), "2 of 2");
  assert.equal(document.querySelectorAll(".paper__hit--here").length, 2, "both halves of one over the end of a line");
  press(field, "Enter");
  press(field, "Enter", { shiftKey: true });
  await settled();
  assert.equal(count(), "2 of 2");
  type(field, "nowhere");
  press(field, "Enter");
  await settled();
  assert.equal(count(), "Not in it");
  press(field, "Escape");
  await new Promise((done) => setTimeout(done, 10));
  assert.equal(field.value, "");
  assert.equal(count(), "");
  assert.equal(document.querySelectorAll(".paper__hit").length, 0);
});

test("the sizes change by button, choice and key; beside something else only the width fits", async () => {
  await openWindow(fakeBackend(), "#/paper/agreement/21");
  const width = () => document.querySelector("paper-pages").style.getPropertyValue("--leaf-width");
  assert.equal(width(), "100%");
  const choice = document.querySelector("paper-zoom select");
  choice.value = "150";
  choice.dispatchEvent(new window.Event("change", { bubbles: true }));
  await settled();
  assert.equal(width(), widthOf(150, A4));
  document.dispatchEvent(new window.CustomEvent("app:fit", { cancelable: true }));
  await settled();
  assert.equal(width(), "100%");
  const beside = document.createElement("paper-preview");
  beside.paper = { kind: "session_summary", sessionId: 41 };
  document.body.replaceChildren(beside);
  await settled();
  assert.equal(beside.querySelector("paper-zoom, paper-find, page-thumbs, .paper__view"), null);
  assert.equal(beside.querySelectorAll(".paper__sheet").length, 1);
});

test("warnings stand beside the pages, and nothing stands there without any", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/paper/agreement/21");
  assert.equal(document.querySelector("paper-warnings"), null);
  backend.book.warnings = [{ kind: "not_signed", engagementId: 11, issued: true }];
  await openWindow(backend, "#/paper/session_summary/41");
  assert.match(document.querySelector("paper-warnings").textContent, /not signed yet/);
  const way = named("paper-warnings a", /To the agreement/);
  assert.equal(way.getAttribute("href"), "#/agreement/11");
});
