/** What the session page does when its elements say something. Kept apart from the page so that both stay readable. */

import { phaseOfDigit } from "../lib/session-kinds.js";
import { hush } from "../lib/notice.js";
import { setStrip } from "../ipc/window.js";
import { go } from "../router.js";

/** @typedef {import("./session-page.js").SessionPage} Page */

/** @param {Page} page @returns {Record<string, (event: any) => unknown>} */
export function lineHandlers(page) {
  const line = (/** @type {(detail: any) => unknown} */ does) => (/** @type {CustomEvent} */ event) => {
    event.stopPropagation();
    const answer = does(event.detail);
    return answer;
  };
  return {
    "line:changed": line((text) => page.acts.changed(text)),
    "line:enter": line((text) => page.acts.enter(text)),
    "line:marked": line(({ name, mark }) => page.acts.marked(name, mark)),
    "line:alone": line((name) => page.acts.alone(name)),
    "line:unmarked": line(() => page.acts.unmarked()),
    "line:letter": line((letter) => letterActs(page, letter)),
    "line:picked": line((picked) => page.acts.picked(picked)),
    "line:question": line((text) => page.acts.question(text)),
    "line:up": (event) => void (page.acts.up() && event.preventDefault()),
    "line:leave": line(() => {
      page.acts.leave();
      if (!page.covered) page.show(null);
    }),
    "note:edit": line((note) => (page.acts.edit(note), page.take())),
    "line:wanted": line(() => page.take()),
    chord: line((chord) => chordActs(page, chord)),
  };
}

/** @param {Page} page @param {string} letter */
function letterActs(page, letter) {
  if (letter === "c") return page.desk?.checkIn();
  if (letter === "y") return page.acts.anythingElse();
  if (letter === "e") return page.show("closing");
  if (letter === "z") return pause(page);
  return page.acts.letter(letter);
}

/** @param {Page} page @param {import("../lib/session-keys.js").Chord} chord */
function chordActs(page, chord) {
  const { desk, acts } = page;
  if (!desk) return;
  const digit = /^phase(\d)$/.exec(chord)?.[1];
  if (digit) return digitActs(page, Number(digit));
  switch (chord) {
    case "opening":
      return page.show("opening");
    case "closing":
      return page.show("closing");
    case "nextTopic":
      return desk.nextTopic(), page.take();
    case "whatElse":
      return desk.whatElse(), page.take();
    case "focus":
      return page.covered ? undefined : page.show("focus");
    case "cover":
      return cover(page);
    case "everything":
      return page.covered ? undefined : page.show("everything");
    case "undo":
      return acts.takeBack();
    case "asAction":
      return page.take(), acts.keepAs("a");
    case "asInsight":
      return page.take(), acts.keepAs("i");
    default:
      return chord.startsWith("as:") ? (page.take(), acts.keepAs(chord.slice(3))) : turnStrip(page);
  }
}

/** The phases in the model's order, then closing. @param {Page} page @param {number} digit */
function digitActs(page, digit) {
  const phase = phaseOfDigit(page.desk?.frame.model, digit);
  if (phase === "CLOSE") return page.show("closing");
  if (phase) page.desk?.setPhase(phase);
  return page.take();
}

/** @param {Page} page */
function cover(page) {
  page.covered = !page.covered;
  if (page.covered) hush();
  page.panel = null;
  page.take();
}

/** The window becomes the strip above the call, or what it was. @param {Page} page @param {boolean} [on] */
export async function turnStrip(page, on = !page.strip.on) {
  const strip = await page.attempt(() => setStrip(on));
  if (!strip) return;
  page.strip = strip;
  if (on) page.panel = null;
  // A panel that brought the window back keeps the caret.
  if (page.panel) page.update();
  else if (page.isConnected) page.take();
}

/** @param {Page} page */
function pause(page) {
  const { desk } = page;
  if (!desk) return;
  void desk.wrote(() => (desk.session.pausedSince ? desk.ipc.resumeSession(desk.id) : desk.ipc.pauseSession(desk.id)));
  page.take();
}

/** @param {Page} page @returns {Record<string, (event: any) => unknown>} */
export function menuHandlers(page) {
  const then = (/** @type {(detail: any) => unknown} */ does) => (/** @type {CustomEvent} */ event) => (event.stopPropagation(), does(event.detail), page.take());
  const stay = (/** @type {(detail: any) => unknown} */ does) => (/** @type {CustomEvent} */ event) => (event.stopPropagation(), does(event.detail));
  return {
    "clock:turned": then(() => (page.mode = (page.mode + 1) % 3)),
    "topic:picked": then((id) => page.desk?.setTopic(id)),
    "topic:adding": then(() => page.acts.addTopic()),
    "phase:picked": then((phase) => page.desk?.setPhase(phase)),
    "question:used": then((question) => ((page.panel = null), page.desk?.use(question))),
    "question:else": then(() => page.desk?.whatElse()),
    "checkin:wanted": then(() => page.desk?.checkIn()),
    "cover:wanted": stay(() => cover(page)),
    "save:retry": then(() => page.desk?.flush()),
    "save:copy": then(() => page.copyUnsaved()),
    "strip:left": stay(() => turnStrip(page, false)),
    "focus:opened": stay(() => page.show("focus")),
    "bank:opened": stay(() => page.show(page.panel === "bank" ? null : "bank")),
    "results:opened": stay((part) => page.show(page.panel === "results" ? null : "results", part)),
    "recording:opened": stay(() => {
      page.cameFrom = page.panel === "opening" ? "opening" : null;
      page.show("recording");
    }),
    "closing:opened": stay(() => page.show("closing")),
    "panel:left": stay(() => {
      const back = page.cameFrom;
      page.cameFrom = null;
      page.show(back);
    }),
    "card:left": stay(() => page.show(null)),
    "opening:done": stay(() => page.show("focus")),
    "arrival:kept": stay(({ text, editor }) => {
      page.desk?.setStage({ kind: "arrival", phase: "OPEN" });
      page.desk?.draftKept(editor);
      return page.desk?.outbox.keep(text);
    }),
    "agreement:print": stay(() => page.leaveFor((frame) => go(`#/agreement/${frame.session.engagementId}`))),
    "consent:print": stay(() => page.leaveFor((frame) => go(`#/paper/recording_consent/${frame.session.engagementId}`))),
    "session:end": stay(async () => {
      await page.desk?.flush();
      await page.desk?.wrote(() => page.desk?.ipc.endSession(page.desk.id));
      page.show("closing");
    }),
    "wrapup:now": stay(() => page.leaveFor((frame) => go(`#/session/${frame.session.id}/wrap-up`))),
    "leave:now": stay(() => page.leaveFor(() => go("#/"))),
    "menu:chosen": stay((name) => menuActs(page, name)),
    "everything:chosen": stay((entry) => {
      page.show(null);
      page.tell(entry.raises, entry.detail);
    }),
  };
}

/** @param {Page} page @param {string} name */
function menuActs(page, name) {
  if (name === "pause") return pause(page);
  page.cameFrom = null;
  if (name === "opening" || name === "recording" || name === "belongs") return page.show(name);
  if (name === "strip") return turnStrip(page);
  if (name === "questions") return page.show("bank");
  if (name === "column") return page.tell("column:turned"), page.take();
  if (name === "results") return page.show("results", "actions");
  if (name === "leave") return page.leaveFor(() => go("#/"));
  if (name === "lock") {
    document.dispatchEvent(new CustomEvent("app:lock", { cancelable: true }));
    return;
  }
  return page.show(null);
}
