import { drawn, show } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { GrowSidebar } from "../src/elements/session/grow-sidebar.js";
import { OwnQuestion } from "../src/elements/session/own-question.js";
import { QuestionBank } from "../src/elements/session/question-bank.js";
import { QuestionsUsed } from "../src/elements/session/questions-used.js";
import { emptyFrame, FakeBook } from "./session-backend.js";

customElements.define("own-question", OwnQuestion);

/** The bank over a book in memory: what she does is done, and it is drawn again. */
function opened(phase = "R") {
  const book = new FakeBook({ frame: emptyFrame({ phase }) });
  const element = show(QuestionBank, "question-bank");
  const said = [];
  Object.assign(element, { bank: book.list_questions(), frame: book.frame, known: { word: "“grilling”" } });
  const acts = {
    marked: ({ key, mark, on }) => book.mark_question({ key, mark, on }), aside: (detail) => book.set_question_aside(detail), ordered: (keys) => book.order_questions({ keys }),
    removed: (key) => book.remove_own_question({ key }), restored: (key) => book.restore_own_question({ key }),
    kept: ({ kept, ...detail }) => {
      const { key, bank } = book.save_own_question(detail);
      setTimeout(() => kept(key));
      return bank;
    },
  };
  for (const [name, act] of Object.entries(acts)) {
    element.addEventListener(`question:${name}`, ({ detail }) => {
      said.push(name);
      const bank = structuredClone(act(detail));
      setTimeout(() => ((element.bank = bank), element.update()), 1);
    });
  }
  element.addEventListener("question:used", ({ detail }) => said.push(`used ${detail.key}`));
  element.take();
  const rows = () => [...element.querySelectorAll(".bank__row")].map((row) => row.dataset.key);
  const settle = () => new Promise((done) => setTimeout(done, 8));
  return { element, book, said, rows, settle };
}

const here = () => document.activeElement.closest("[data-key]")?.dataset.key;
const press = (key, init = {}) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
const change = (field, value, name = "change") => ((field.value = value), field.dispatchEvent(new Event(name, { bubbles: true })));

test("it opens with the phase she is in, the search has the caret, and all 224 are a choice away", async () => {
  const { element, rows } = opened();
  assert.equal(document.activeElement.type, "search");
  assert.equal(rows().length, 52);
  change(element.querySelector("select"), "");
  await drawn();
  assert.equal(rows().length, 224);
  change(document.activeElement, "how know time well", "input");
  await drawn();
  assert.deepEqual(rows(), ["G-28"]);
});

test("words that are nowhere in the phase are found in all of the bank", async () => {
  const { rows } = opened("R");
  change(document.activeElement, "walk out", "input");
  await drawn();
  assert.deepEqual(rows(), ["G-11"]);
  change(document.activeElement, "how know", "input");
  await drawn();
  assert.deepEqual(rows(), ["R-21"], "here it is in the phase");
});

test("when the last one found is hidden, the search has the caret", async () => {
  const { rows, settle } = opened("R");
  change(document.activeElement, "real snag", "input");
  await drawn();
  press("ArrowDown");
  await drawn();
  press("h");
  await settle();
  assert.deepEqual(rows(), []);
  assert.equal(document.activeElement.type, "search");
});

test("arrow keys move, one question has the acts, Enter is left to its button", async () => {
  const { element, rows } = opened();
  press("ArrowDown");
  await drawn();
  assert.equal(here(), rows()[0]);
  press("ArrowDown");
  await drawn();
  assert.equal(here(), rows()[1]);
  assert.equal(element.querySelectorAll(".bank__acts").length, 1);
  assert.equal(element.querySelectorAll(".bank__question[tabindex='0']").length, 1);
});

test("letters make a question hers, and the focus stays or goes to the next", async () => {
  const { book, rows, settle } = opened();
  press("ArrowDown");
  await drawn();
  const [first, second] = rows();
  press("f");
  await settle();
  assert.equal(book.bank.find(({ key }) => key === first).favourite, true);
  assert.equal(here(), first);
  press("c");
  await settle();
  assert.equal(book.bank.find(({ key }) => key === first).aside, "client");
  press("h");
  await settle();
  assert.equal(rows().includes(first), false);
  assert.equal(here(), second);
});

test("Alt and an arrow move a question, and the focus with it", async () => {
  const { rows, settle } = opened();
  press("ArrowDown");
  await drawn();
  const [first, second] = rows();
  press("ArrowDown", { altKey: true });
  await settle();
  assert.deepEqual(rows().slice(0, 2), [second, first]);
  assert.equal(here(), first);
});

test("an own question is written, changed, deleted and taken back", async () => {
  const { element, book, said, rows, settle } = opened();
  element.querySelector(".bank__write").click();
  const form = element.querySelector("own-question");
  assert.equal(document.activeElement.name, "text");
  assert.equal(form.querySelector("[name=phase]").value, "R");
  document.activeElement.value = "  Who told you?  ";
  form.querySelector("[name=intent]").value = "evidence";
  form.querySelector("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  const own = book.bank.at(-1);
  assert.deepEqual([own.text, own.phase, own.intent, own.own], ["Who told you?", "R", "evidence", true]);
  assert.equal(here(), own.key);
  const act = (name) => [...element.querySelectorAll(".bank__act")].find((one) => one.textContent === name).click();
  act("Delete");
  await settle();
  assert.equal(rows().includes(own.key), false);
  element.querySelector(".bank__gone button").click();
  await settle();
  assert.equal(rows().includes(own.key), true);
  assert.deepEqual(said, ["kept", "removed", "restored"]);
});

test("Escape leaves the form and not the bank", async () => {
  const { element } = opened();
  element.querySelector(".bank__write").click();
  let left = 0;
  document.body.addEventListener("keydown", () => left++);
  press("Escape");
  assert.equal(left, 0);
  assert.equal(element.querySelector("own-question"), null);
});

test("a word of the last line stands in the question, and using it hands over the question, not its text", () => {
  const { element, said } = opened();
  const button = [...element.querySelectorAll(".bank__question")].find((one) => one.textContent.includes("mean by"));
  assert.equal(button.textContent, "What do you mean by “grilling”?");
  button.click();
  assert.deepEqual(said, ["used R-08"]);
});

test("closed for good, the column has its phases and What else? and nothing more", async () => {
  const book = new FakeBook();
  const side = show(GrowSidebar, "grow-sidebar");
  Object.assign(side, { frame: book.frame, bank: book.list_questions() });
  side.drawNow();
  assert.equal(side.querySelectorAll(".side__question").length, 5);
  book.settings.columnClosed = true;
  side.bank = book.list_questions();
  side.drawNow();
  assert.deepEqual([...side.querySelectorAll("button")].map((one) => one.textContent.trim()), ["G", "R", "O", "W", "What else?"]);
});

test("a pointer that moves points, a list that moves under it does not", async () => {
  const { element, rows } = opened();
  press("ArrowDown");
  await drawn();
  const over = (key, clientX) => [...element.querySelectorAll(".bank__row")].find((row) => row.dataset.key === key).dispatchEvent(Object.assign(new Event("pointermove", { bubbles: true }), { clientX, clientY: 5 }));
  const acts = () => element.querySelector(".bank__acts").closest("li").dataset.key;
  over(rows()[3], 1);
  over(rows()[4], 1);
  await drawn();
  assert.equal(acts(), rows()[0]);
  over(rows()[4], 2);
  await drawn();
  assert.equal(acts(), rows()[4]);
});

test("what was asked is seen afterwards, in order, and nothing is said when nothing was noted", () => {
  const used = show(QuestionsUsed, "questions-used");
  used.model = emptyFrame().model;
  used.drawNow();
  assert.equal(used.textContent.trim(), "");
  used.uses = [{ at: "x", phase: "R", intent: "evidence", text: "How do you know?" }, { at: "x", phase: "R", intent: "what_else", text: null }, { at: "x", phase: "R", intent: "own", text: null }];
  used.drawNow();
  const said = [...used.querySelectorAll("[dir]")].map((one) => one.textContent);
  assert.deepEqual(said, ["How do you know?", "What else?", "A question that is deleted"]);
});
