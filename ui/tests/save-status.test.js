import { drawn, show } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";

const { SaveStatus } = await import("../src/elements/save-status.js");

test("saved is a still word; a failure says since when and offers a way out", async () => {
  const status = show(SaveStatus, "save-status");
  status.state = "saved";
  await drawn();
  assert.equal(status.querySelectorAll("button").length, 0);

  status.since = "14:03";
  status.state = "failed";
  await drawn();
  assert.match(status.textContent, /14:03/);
  assert.equal(status.querySelector("[role=alert]") !== null, true);

  let asked = 0;
  status.addEventListener("save:retry", () => asked++);
  status.querySelector("button").click();
  assert.equal(asked, 1);
});

test("a hostile time of day is shown as text", async () => {
  const status = show(SaveStatus, "save-status");
  status.since = "<img src=x onerror=alert(1)>";
  status.state = "failed";
  await drawn();
  assert.equal(status.querySelector("img"), null);
  assert.match(status.textContent, /<img/);
});
