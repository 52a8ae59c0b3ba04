/** How the book is protected: plain sentences, the same that `SECURITY.md` says to whoever reads code. */
export const protection = {
  title: "How your book is protected",
  does: "What it does",
  cannot: "What it cannot do",
  yours: "What you can do",
  locks: (/** @type {number} */ n, /** @type {boolean} */ hears) =>
    `The book locks after ${n === 1 ? "1 minute" : `${n} minutes`} without a key, ${hears ? "when this computer sleeps, when its screen is locked and when somebody else signs in" : "and when this computer slept"}. A running session is not locked by waiting until a quarter of an hour after its planned end.`,
  locking: [
    "When it locks, its file is closed, its key is wiped from memory, and the window is made anew.",
    "After three wrong phrases in a row the lock rests a while. The code on your sheet is not kept waiting.",
    "Words you copy for an e-mail leave the clipboard after two minutes, and when the book locks.",
  ],
  copied: (/** @type {string} */ folder) => `A safety copy goes to ${folder} when the book locks, when you close it, and every half hour of work. Each is looked at from its first byte to its last.`,
  will: [
    "Everything you write is encrypted, the search and every scan too. Without your phrase or your recovery sheet nobody reads a word of it, not even whoever has this computer.",
    "What is shown as kept survives a crash and a power cut. Of half-typed words at most half a second is lost.",
    "If a part of the book’s file is damaged, the book says so. It never shows you other words instead.",
    "Nothing is sent anywhere. The program opens no network connection, not even for updates.",
  ],
  willWithKeychain: "Everything you write is encrypted, the search and every scan too. Nobody reads a word of it without your phrase, your recovery sheet, or this computer’s keychain, which opens when you sign in.",
  sharing: "While it is open, the window asks the system to stay out of screen sharing. Not every system obeys.",
  limits: [
    "Help against a program that spies on you while the book is open, against a camera, or against somebody who sees your unlocked screen.",
    "Keep the system from setting text aside on its disk while you work.",
    "Take back a paper. What you print, save as a PDF or send is readable by whoever has it.",
    "Open the book when both the phrase and the recovery sheet are lost. Nobody can.",
  ],
  sampleLiesOpen: "All of this is said of your own book. The sample is fiction: its key lies open beside it.",
  sheet: "Your recovery sheet is checked. Keep it apart from this computer.",
  noSheet: "Check your recovery sheet: without it, a forgotten phrase loses the book.",
  disk: "Turn on your system’s disk encryption. It covers what this program cannot reach.",
  copy: "Choose a place for safety copies on another disk. They are encrypted as the book is.",
  copyApart: "Keep the disk with your safety copies apart from this computer.",
  copySynced: "Your safety copies leave this computer by another program. Without your phrase or your sheet nobody can read them; keep the account they go to.",
  copySameDisk: "Your safety copies lie on the same disk as the book. A stick or another disk outlives it.",
  paper: "Print this for a client",
};
