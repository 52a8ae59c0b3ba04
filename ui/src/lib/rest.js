import { bookStatus } from "../ipc/book.js";

/** The seconds the lock rests now that a phrase was refused; 0 after any other trouble. @param {import("./view.js").Problem | null} problem */
export async function restAfter(problem) {
  if (problem?.code !== "wrong_phrase" && problem?.code !== "lock_rests") return 0;
  return (await bookStatus().catch(() => null))?.restSeconds ?? 0;
}
