/**
 * Before the window closes or the book locks, whoever holds unsaved words is asked for them:
 * `app:flush` goes out on the document, and `detail.wait(promise)` takes what has to be finished first.
 */

import { confirmClose, lockReady, noteActivity, stayOpen } from "../ipc/book.js";
import { listen } from "../ipc/transport.js";

/** @returns {Promise<boolean>} whether everything was kept */
export async function flush() {
  /** @type {Promise<unknown>[]} */
  const waited = [];
  const wait = (/** @type {Promise<unknown>} */ promise) => void waited.push(promise);
  const free = document.dispatchEvent(new CustomEvent("app:flush", { detail: { wait }, cancelable: true }));
  const kept = await Promise.allSettled(waited);
  return free && kept.every(({ status }) => status === "fulfilled");
}

export function answerClosing() {
  void listen("app:closing", async () => {
    if (await flush()) await confirmClose();
    else await keepOpen();
  });
  void listen("app:locking", async () => {
    if (!(await flush())) return keepOpen();
    emptyFields();
    await lockReady();
  });
}

/** Words that could not be saved are safer in an open window than lost. */
async function keepOpen() {
  await stayOpen();
  document.dispatchEvent(new CustomEvent("app:kept-open"));
}

/** Nothing typed stays in the window when the book is locked. */
function emptyFields() {
  for (const field of document.querySelectorAll("input, textarea")) {
    /** @type {HTMLInputElement} */ (field).value = "";
  }
}

const TOLD_EVERY = 20_000;

/** Tells the book, now and then, that the coach is there. */
export function tellActivity() {
  let told = 0;
  const tell = () => {
    if (Date.now() - told < TOLD_EVERY) return;
    told = Date.now();
    noteActivity().catch(() => {});
  };
  for (const act of ["keydown", "pointerdown", "wheel"]) document.addEventListener(act, tell, { passive: true, capture: true });
}
