import { document, drawn, show } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
const { PhraseChoice } = await import("../src/elements/phrase-choice.js");

test("the box is there only once the words are: one ticked before them would be emptied when they arrive", async () => {
  const choice = show(PhraseChoice, "phrase-choice");
  await drawn();
  assert.equal(document.querySelector("input[type=checkbox]"), null);
  choice.phrase = "plough plate scarecrow punch";
  await drawn();
  const box = document.querySelector("input[type=checkbox]");
  box.checked = true;
  box.dispatchEvent(new window.Event("change", { bubbles: true }));
  await drawn();
  assert.equal(choice.choice(), "plough plate scarecrow punch");
});

test("other words want to be written down again", async () => {
  const choice = show(PhraseChoice, "phrase-choice");
  choice.phrase = "plough plate scarecrow punch";
  await drawn();
  const box = document.querySelector("input[type=checkbox]");
  box.checked = true;
  box.dispatchEvent(new window.Event("change", { bubbles: true }));
  await drawn();
  choice.phrase = "copper willow anchor thirty";
  await drawn();
  assert.equal(choice.choice(), null);
  assert.equal(document.querySelector("input[type=checkbox]").checked, false);
});
