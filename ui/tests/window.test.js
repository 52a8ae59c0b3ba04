import { document, location, openWindow, press, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend } from "./fake-backend.js";
import { answerClosing, flush } from "../src/lib/lifecycle.js";
import { wishOf } from "../src/lib/window-keys.js";
import { routeOf } from "../src/router.js";

test("an unknown address leads to Today, ids are numbers", () => {
  assert.equal(routeOf("#/nowhere").page, "today-page");
  assert.deepEqual([routeOf("#/client/3/plan").clientId, routeOf("#/client/3/plan").tab], [3, "plan"]);
  assert.equal(routeOf("#/session/9/wrap-up").page, "wrap-up-page");
});

test("the web view's own keys are taken over", () => {
  const key = (name, more) => wishOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  assert.equal(key("F5"), "reload");
  assert.equal(key("r", { ctrlKey: true, shiftKey: true }), "reload");
  assert.equal(key("l", { metaKey: true }), "lock");
  assert.equal(key("f", { ctrlKey: true }), "find");
  assert.equal(key("p", { ctrlKey: true }), "print");
  assert.equal(key("l", { ctrlKey: true, altKey: true }), null);
  assert.equal(key("a", { ctrlKey: true }), null);
});

test("closing waits for what is unsaved; what cannot be saved keeps the window open", async () => {
  const backend = fakeBackend();
  await openWindow(backend);
  answerClosing();
  await settled();
  let release = () => {};
  const hold = (event) => event.detail.wait(new Promise((done) => (release = done)));
  document.addEventListener("app:flush", hold);
  backend.say("app:closing");
  await settled();
  assert.ok(!backend.calls.some(([name]) => name === "confirm_close"));
  release();
  await settled();
  assert.ok(backend.calls.some(([name]) => name === "confirm_close"));
  document.removeEventListener("app:flush", hold);

  const refuse = (event) => event.detail.wait(Promise.reject(new Error("disk full")));
  document.addEventListener("app:flush", refuse);
  assert.equal(await flush(), false);
  document.removeEventListener("app:flush", refuse);
  assert.equal(await flush(), true);
});

test("locking flushes first and ends on the lock", async () => {
  const backend = fakeBackend();
  await openWindow(backend, "#/clients");
  document.dispatchEvent(new window.CustomEvent("app:lock"));
  await settled();
  assert.ok(backend.calls.some(([name]) => name === "lock_book"));
  assert.match(document.querySelector("h1").textContent, /locked/);
  assert.equal(location.hash, "#/");
});

test("the sample says that it is one", async () => {
  const backend = fakeBackend();
  backend.book.status.sample = true;
  await openWindow(backend);
  assert.match(document.querySelector(".frame__sample").textContent, /Sample book\. Everything here is invented\./);
});

test("Today shows at most three things; the rest folds", async () => {
  await openWindow(fakeBackend());
  assert.equal(document.querySelectorAll(".today__need").length - document.querySelectorAll("details .today__need").length, 3);
  assert.match(document.querySelector(".today__need").textContent, /recovery sheet/i);
  assert.equal(press(document.querySelector("h1"), "x"), true);
});
