import { show } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { WritingLine } from "../src/elements/session/writing-line.js";
import { findQuestions } from "../src/lib/session-questions.js";
import { KeptField } from "../src/elements/session/kept-field.js";
import { session as words } from "../src/words/en/session.js";

/** A writing line and everything it said. */
function line(known = {}) {
  const element = show(WritingLine, "writing-line");
  element.known = { topics: [], people: [], find: () => [], five: [], hint: ({ phase }) => phase, words, ask: (text) => text, ...known };
  element.drawNow();
  const said = [];
  for (const name of ["enter", "alone", "marked", "unmarked", "letter", "picked", "question", "up", "leave"]) {
    element.addEventListener(`line:${name}`, (event) => void said.push([name, event.detail]));
  }
  return { element, said, field: element.field };
}

/** Types a character as a keyboard does. */
function type(field, text, inputType = "insertText") {
  for (const data of inputType === "insertText" ? text : [text]) {
    const at = field.selectionStart;
    field.value = field.value.slice(0, at) + data + field.value.slice(field.selectionEnd);
    field.setSelectionRange(at + data.length, at + data.length);
    field.dispatchEvent(new InputEvent("input", { data: inputType === "insertText" ? data : null, inputType, bubbles: true }));
  }
}

const press = (field, key, init = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  field.dispatchEvent(event);
  return event.defaultPrevented;
};

test("the line has a name and no help from the system", () => {
  const { field } = line();
  assert.equal(field.getAttribute("aria-label"), "Writing line");
  for (const [name, value] of [["spellcheck", "false"], ["autocorrect", "off"], ["autocapitalize", "off"]]) assert.equal(field.getAttribute(name), value);
});

test("Enter keeps; a repeated Enter, an empty one and one that belongs to the input method do not", () => {
  const { field, said } = line();
  type(field, "key words");
  press(field, "Enter", { repeat: true });
  press(field, "Enter", { isComposing: true });
  assert.deepEqual(said, []);
  press(field, "Enter");
  assert.deepEqual(said, [["enter", "key words"]]);
});

test("Shift+Enter stays with the field", () => {
  const { field, said } = line();
  type(field, "two");
  assert.equal(press(field, "Enter", { shiftKey: true }), false);
  assert.deepEqual(said, []);
});

test("a typed mark leaves the line and is told; a pasted one stays", () => {
  const { field, said } = line();
  type(field, "!so");
  assert.deepEqual(said, [["marked", { name: "insight", mark: "!" }]]);
  assert.equal(field.value, "so");
  field.value = "";
  type(field, "! pasted", "insertFromPaste");
  type(field, " more");
  assert.equal(said.length, 1);
  assert.equal(field.value, "! pasted more");
});

test("a mark given back by Backspace is a character and stays one", () => {
  const { element, field, said } = line();
  element.staged = true;
  field.setSelectionRange(0, 0);
  assert.equal(press(field, "Backspace"), true);
  assert.deepEqual(said, [["unmarked", null]].map(([name]) => [name, said[0][1]]));
  element.text = "!";
  type(field, "a");
  assert.equal(said.length, 1);
  assert.equal(field.value, "!a");
});

test("after a stroke one letter acts at once", () => {
  const { field, said } = line();
  type(field, "/");
  press(field, "x");
  assert.deepEqual(said, [["letter", "x"]]);
  assert.equal(field.value, "");
});

test("a topic is picked by a few letters, or is new", () => {
  const { field, said } = line({ topics: [{ id: 4, title: "Building rapport", shortName: "Rapport" }] });
  type(field, "#rap");
  press(field, "Enter");
  type(field, "#sales");
  press(field, "Enter");
  assert.deepEqual(said, [["picked", { list: "topic", value: { id: 4 } }], ["picked", { list: "topic", value: { title: "sales" } }]]);
});

test("a question is found in place; without a hit it is her own", () => {
  const question = { key: "R-21", phase: "R", intent: "evidence", text: "How do you know?" };
  const { field, said } = line({ find: (letters) => findQuestions([question], letters) });
  type(field, "?how know");
  press(field, "Enter");
  field.value = "";
  type(field, "?and your brother");
  press(field, "Enter");
  assert.deepEqual(said, [["picked", { list: "question", value: question }], ["question", "and your brother"]]);
});

test("an alias completes after a space", () => {
  const { field, said } = line({ people: [{ id: 1, alias: "Mr. X" }] });
  type(field, "talk to @mr");
  press(field, "Enter");
  assert.equal(field.value, "talk to Mr. X");
  assert.equal(said[0][1].list, "alias");
});

test("Up on an empty line asks for the line above, in a full one it moves the caret", () => {
  const { field, said } = line();
  press(field, "ArrowUp");
  type(field, "words");
  press(field, "ArrowUp");
  assert.deepEqual(said.map(([name]) => name), ["up"]);
});

test("a field that adds empties itself; an empty Enter goes on; leaving keeps what was typed", () => {
  const element = show(KeptField, "kept-field");
  Object.assign(element, { label: "Topic", editor: "focus:topic", adds: true });
  element.drawNow();
  const said = [];
  for (const name of ["field:kept", "field:on", "field:draft"]) element.addEventListener(name, (event) => void said.push([name, event.detail?.text ?? null]));
  element.field.value = "the argument";
  element.field.dispatchEvent(new Event("input", { bubbles: true }));
  press(element.field, "Enter");
  assert.equal(element.field.value, "");
  press(element.field, "Enter");
  assert.deepEqual(said, [["field:draft", "the argument"], ["field:kept", "the argument"], ["field:on", null]]);
});
