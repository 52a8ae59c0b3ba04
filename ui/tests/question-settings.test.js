import { document, named, openWindow, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { KeptField } from "../src/elements/session/kept-field.js";

if (!customElements.get("kept-field")) customElements.define("kept-field", KeptField);

const phase = (key, label) => ({ key, label, hint: null, bank: [key] });

/** Settings over a book in memory that knows two models. */
async function opened() {
  const models = [{ key: "GROW", name: "GROW", phases: [phase("G", "Goal"), phase("W", "Way forward")] }, { key: "CLEAR", name: "CLEAR", phases: [phase("C", "Contract")] }];
  const settings = { defaultModel: null, logUses: false, columnClosed: false };
  const backend = fakeBackend({
    over: {
      list_questions: () => ({ questions: [], models, whatElse: "What else?", five: [], settings }),
      save_question_settings: (args) => Object.assign(settings, args.settings),
      name_phase: ({ model, phase: key, label }) => {
        models.find((one) => one.key === model).phases.find((one) => one.key === key).label = label ?? "Way forward";
        return models;
      },
    },
  });
  await openWindow(backend, "#/settings");
  await settled();
  return { settings, models };
}

const change = async (field, value) => {
  if (field.type === "checkbox") field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
};

test("the model, her words for its phases, the column and the log are chosen; the log is off until then", async () => {
  const { settings, models } = await opened();
  const logs = document.querySelector("[name=logUses]");
  assert.equal(logs.checked, false);
  assert.equal(document.querySelector("[name=columnClosed]").checked, true, "the column is shown");
  await change(named("input", /^Word for W/), "Will");
  assert.equal(models[0].phases[1].label, "Will");
  await change(named("input", /^Word for W/), "  ");
  assert.equal(models[0].phases[1].label, "Way forward");
  await change(logs, true);
  await change(document.querySelector("[name=columnClosed]"), false);
  await change(document.querySelector("[name=defaultModel]"), "CLEAR");
  assert.deepEqual(settings, { defaultModel: "CLEAR", logUses: true, columnClosed: true });
  assert.ok(named("input", /^Word for C/), "the words of the model chosen");
});
