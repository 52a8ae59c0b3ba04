/** Words for erasing a client: what goes, what stays, what to do first. */

const count = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ many) => `${n} ${n === 1 ? one : many}`;
const hours = (/** @type {number} */ minutes) => count(Math.round(minutes / 0.6) / 100, "hour", "hours");

export const erasing = {
  title: "Erasing",
  what: "Everything about them leaves this book, and that cannot be undone. You read what goes and what stays before you decide.",
  offer: (/** @type {string} */ name) => `Erase ${name} for good …`,
  reading: "Counting what there is",
  heading: (/** @type {string} */ name) => `Erase ${name} for good`,
  beingMet: (/** @type {string} */ name) => `A session with ${name} is under way. End it first; until then nothing is erased.`,

  goes: "What goes",
  counts: (/** @type {{sessions: number, notes: number, results: number, papers: number, scans: number}} */ { sessions, notes, results, papers, scans }) =>
    upper(listed([
      sessions && count(sessions, "session", "sessions"), notes && count(notes, "line", "lines"),
      results && count(results, "thing that came of them", "things that came of them"), papers && count(papers, "kept paper", "kept papers"), scans && count(scans, "scan", "scans"),
    ])),
  with: "The name and all details, the programmes and agreements, the consents, the people they spoke of, and what you removed and could still bring back.",

  stays: "What stays",
  number: (/** @type {string} */ pseudonym) => `That ${pseudonym} was erased, and on which day. No name.`,
  hours: (/** @type {number} */ minutes, /** @type {string} */ pseudonym) => `${upper(hours(minutes))} in the log of your hours, in one line as ${pseudonym}: they had agreed to be listed.`,
  noHours: "Of their hours nothing: the log keeps finished sessions only, and only of clients who agreed to be listed.",
  others: "What you wrote about other clients, even where it names them.",
  outside: "What is outside this book: papers you saved or printed, e-mails, your calendar. Those you look after yourself.",
  byHand: "Safety copies you wrote by hand. Delete them where you keep them.",

  copies: "Safety copies",
  holding: (/** @type {number} */ n, /** @type {string} */ folder) => `${n === 1 ? "1 copy from before lies" : `${n} copies from before lie`} in ${folder} and ${n === 1 ? "holds" : "hold"} them as they stood then.`,
  noCopies: (/** @type {string} */ folder) => `No copy lies in ${folder} yet.`,
  before: "None is made before erasing: it would hold them, too. One without them is made right after.",
  letGo: "Those from before are let go one after the other, the last in about half a year of use.",
  deleteCopies: (/** @type {number} */ n) => (n === 1 ? "Delete that copy once the new one is there" : `Delete those ${n} copies once the new one is there`),
  deleteCopiesHint: "Then nothing from before today can be brought back, of any client.",
  writtenThere: (/** @type {number} */ n) => (n === 1 ? "1 more there is one you wrote by hand: delete it yourself." : `${n} more there are ones you wrote by hand: delete those yourself.`),
  away: (/** @type {string} */ folder) => `The place for your safety copies can't be reached now: ${folder}. Copies there hold them. If those are to go as well, plug in the disk first.`,
  deleteEarlier: "Delete the book as it was before you opened a safety copy, or before an update",
  deleteEarlierHint: "It is kept beside this one and holds them.",

  first: "Before you do",
  request: (/** @type {string} */ name) => `Everything kept about ${name}`,
  requestHint: "to print or save, if they asked for it",
  log: "The log of your hours",
  duty: "What the law wants you to keep, as what belongs to an invoice, you print or save first.",

  type: (/** @type {string} */ name) => `Type ${name} to go on`,
  act: "Erase for good",
  erasing: "Erasing, and making a safety copy without them",

  done: "The client is erased for good.",
  notCleared: "Some of it could not be cleared off the disk yet; that is done when the book opens next.",
  copied: "A safety copy without them is made.",
  notCopied: "The new safety copy could not be made; Settings says why.",
  copiesLeft: (/** @type {number} */ n) => (n === 1 ? "1 older copy still holds them." : `${n} older copies still hold them.`),
  earlierLeft: "The book as it was before still holds them; it stands in Settings.",

  list: (/** @type {number} */ n) => `Erased for good (${n})`,
  listed: (/** @type {string} */ pseudonym, /** @type {string} */ day) => `${pseudonym}, on ${day}`,
};

/** "a, b and c.", of those there are. @param {(string | number)[]} parts */
function listed(parts) {
  const there = parts.filter(Boolean);
  const last = there.pop();
  return last ? `${there.length ? `${there.join(", ")} and ${last}` : last}.` : "";
}

/** @param {string} sentence */
function upper(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
