import { document, press, settled, type } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCounts } from "../src/lib/session-open.js";
import { chosenWord } from "../src/lib/session-selection.js";
import { quoted } from "../src/lib/session-questions.js";
import { openParts } from "../src/lib/session-rows.js";
import { asWritten, emptyFrame, questions } from "./session-backend.js";

/** The questions of the trial bank, none of them chosen. */
const bank = () => ({ questions: questions().map((each) => asWritten(each)), models: [], five: [], whatElse: "", settings: {} });

function placed(over = {}) {
  const element = /** @type {any} */ (document.createElement("question-asides"));
  const asked = [];
  element.addEventListener("question:aside", (event) => asked.push(event.detail));
  Object.assign(element, { bank: bank(), name: "Ana", adding: true, ...over });
  document.body.replaceChildren(element);
  element.drawNow();
  return { element, asked };
}

test("a question is found by letters before the session and set aside by Enter", async () => {
  const { element, asked } = placed();
  const [first] = element.bank.questions;
  const field = element.querySelector("input");
  press(field, "Enter");
  assert.deepEqual(asked, [], "Enter on an empty field sets nothing aside");
  type(field, first.text.slice(0, 12));
  await settled();
  assert.ok(element.querySelectorAll(".asides__found li").length >= 1);
  press(field, "Enter");
  assert.deepEqual(asked, [{ key: first.key, aside: "next" }]);
  assert.equal(field.value, "");
});

test("what is set aside is listed and can be taken back; it is not offered twice", async () => {
  const all = bank();
  const [first] = all.questions;
  first.aside = "next";
  const { element, asked } = placed({ bank: all });
  assert.match(element.querySelector(".asides").textContent, new RegExp(first.text.slice(0, 12)));
  type(element.querySelector("input"), first.text.slice(0, 12));
  await settled();
  const offered = [...element.querySelectorAll(".asides__found li")].map((row) => row.textContent);
  assert.ok(!offered.includes(first.text));
  element.querySelector(".asides__one button").click();
  assert.deepEqual(asked, [{ key: first.key, aside: null }]);
});

test("words begun and never kept count as open lines; an action that is over has no open part", () => {
  const frame = { ...emptyFrame(), session: { nextSessionAt: null } };
  assert.equal(openCounts(frame, []).lines, 0);
  frame.drafts = [{ editor: "line", text: "half a" }, { editor: "note:3", text: "and more" }, { editor: "note:4", text: "  " }, { editor: "forNextTime", text: "x" }];
  assert.equal(openCounts(frame, []).lines, 2);
  const action = { id: 1, due: null, support: null, status: "open" };
  assert.equal(openParts(action, frame).length, 3);
  assert.equal(openParts({ ...action, status: "dropped" }, frame).length, 0);
});

test("part of a line stands in quotation marks only where the line has them", () => {
  assert.equal(quoted("grilling", { text: "Mr. X and his “grilling” on Monday" }), "“grilling”");
  assert.equal(quoted("on Monday", { text: "Mr. X and his “grilling” on Monday" }), "on Monday");
  assert.equal(quoted("on Monday,", { text: "on Monday", inClientWords: true }), "“on Monday”");
});

test("a word chosen in one line is taken; nothing, two lines or a long stretch are not", () => {
  document.body.innerHTML = '<ol><li data-note="3"><span class="note__text">many questions on Monday</span></li><li data-note="4"><span class="note__text">another</span></li></ol>';
  const [one, other] = [...document.querySelectorAll(".note__text")].map((span) => span.firstChild);
  const selection = (anchorNode, focusNode, words) => ({ isCollapsed: !words, anchorNode, focusNode, toString: () => words });
  const notes = [{ id: 3, text: "many questions on Monday" }, { id: 4, text: "another" }];
  assert.equal(chosenWord(selection(one, one, "many questions"), notes), "many questions");
  assert.equal(chosenWord(selection(one, one, ""), notes), null);
  assert.equal(chosenWord(selection(one, other, "Monday another"), notes), null);
  assert.equal(chosenWord(selection(one, one, "x".repeat(61)), notes), null);
  assert.equal(chosenWord(selection(document.body, document.body, "many"), notes), null);
  assert.equal(chosenWord(null, notes), null);
});
