import { document } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";

test("a window that was never drawn fetches the page it is to show", async () => {
  globalThis.location = window.location;
  globalThis.history = window.history;
  globalThis.navigator ??= window.navigator;
  window.scrollTo = () => {};
  const { setTransport } = await import("../src/ipc/transport.js");
  const { AppFrame } = await import("../src/pages/app-frame.js");
  setTransport(fakeBackend());
  customElements.define("app-frame", AppFrame);
  assert.equal(customElements.get("today-page"), undefined, "the page is there before anybody asked for it");
  document.body.append(document.createElement("app-frame"));
  await customElements.whenDefined("today-page");
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done, 0));
  assert.ok(document.querySelector("app-frame today-page"), "the page came and is not shown");
});
