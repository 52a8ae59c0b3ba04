/** How the book is protected: plain sentences, the same that `SECURITY.md` says to whoever reads code. */
export const protection = {
  title: "How your book is protected",
  does: "What it does",
  cannot: "What it cannot do",
  yours: "What you can do",
  locks: (/** @type {number} */ n) => `The book locks after ${n === 1 ? "1 minute" : `${n} minutes`} without a key, and when this computer sleeps. A running session is not locked by waiting.`,
  will: [
    "Everything you write is encrypted, the search and every scan too. Without your phrase or your recovery sheet nobody reads a word of it, not even whoever has this computer.",
    "What is shown as kept survives a crash and a power cut. Of half-typed words at most half a second is lost.",
    "If a part of the book’s file is damaged, the book says so. It never shows you other words instead.",
    "Nothing is sent anywhere. The program opens no network connection, not even for updates.",
    "When the book locks, its file is closed, its key is wiped from memory, and the window is made anew.",
  ],
  sharing: "While it is open, the window asks the system to stay out of screen sharing. Not every system obeys.",
  limits: [
    "Help against a program that spies on you while the book is open, against a camera, or against somebody who sees your unlocked screen.",
    "Keep the system from setting text aside on its disk while you work.",
    "Take back a paper. What you print, save as a PDF or send is readable by whoever has it.",
    "Open the book when both the phrase and the recovery sheet are lost. Nobody can.",
  ],
  sheet: "Your recovery sheet is checked. Keep it apart from this computer.",
  noSheet: "Check your recovery sheet: without it, a forgotten phrase loses the book.",
  disk: "Turn on your system’s disk encryption. It covers what this program cannot reach.",
  copy: "Keep a safety copy on another disk. It is encrypted as the book is.",
  paper: "Print this for a client",
};
