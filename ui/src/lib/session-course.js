/** When a session does not run straight: sleeps and gaps, a forgotten end, the wrong client, a consent taken back. */

import { saveEngagement } from "../ipc/clients.js";
import { course as words } from "../words/en/course.js";
import { session as sessionWords } from "../words/en/session.js";
import { emptyEngagement } from "./client-facts.js";
import { dayInWords, timeOf } from "./dates.js";
import { say } from "./notice.js";
import { look, sleptSince } from "./session-clock.js";

/** @typedef {import("./session-desk.js").SessionDesk} SessionDesk */

/** Running sessions this window has shown. A locked book makes the window anew, and then it does not know how long nobody was there. @type {Set<number>} */
const attended = new Set();

/** Tells the book, once a window, that a running session is attended again. @param {SessionDesk} desk */
export async function attend(desk) {
  if (desk.session.status !== "in_progress" || attended.has(desk.id)) return;
  attended.add(desk.id);
  await desk.wrote(() => desk.ipc.returnToSession(desk.id, null));
}

/** Watches for sleeps between two looks at the clock. */
export class Wakefulness {
  #last = look();

  /** @param {SessionDesk} desk @param {import("./session-clock.js").Look} [now] */
  look(desk, now = look()) {
    const since = sleptSince(this.#last, now);
    this.#last = now;
    if (since !== null) void desk.wrote(() => desk.ipc.returnToSession(desk.id, new Date(since).toISOString()));
  }
}

/**
 * Handlers for a page that has a session: the live one and wrap-up.
 * @param {(act: (desk: SessionDesk, detail: any) => unknown) => (event: CustomEvent) => unknown} on
 * @returns {Record<string, (event: CustomEvent) => unknown>}
 */
export function courseHandlers(on) {
  return {
    "gap:answered": on((desk, { id, counted }) => answer(desk, id, counted)),
    "ended:set": on((desk, { sessionId, time }) => setEnded(desk, sessionId, time)),
    "homes:wanted": on(async (desk, answered) => answered((await desk.wrote(() => desk.ipc.sessionHomes())) ?? [])),
    "session:belongs": on((desk, home) => giveTo(desk, home)),
    "consent:withdrawn": on((desk, id) => withdraw(desk, id)),
  };
}

/** @param {SessionDesk} desk @param {number} id @param {boolean} counted */
async function answer(desk, id, counted) {
  if (!(await desk.wrote(() => desk.ipc.answerGap(desk.id, id, counted)))) return;
  await reread(desk);
  desk.undo.did("gap", async () => {
    await desk.wrote(() => desk.ipc.answerGap(desk.id, id, null));
    await reread(desk);
  });
}

/** Of this session, or of the one that was still running when it began. @param {SessionDesk} desk @param {number} sessionId @param {string} time */
async function setEnded(desk, sessionId, time) {
  if (sessionId === desk.id) return setOwnEnd(desk, time);
  // The answer is the other session's frame, which is not to be taken for this one's.
  const set = await desk.wrote(async () => !!(await desk.ipc.setEnded(sessionId, time)));
  if (set) await reread(desk);
}

/** @param {SessionDesk} desk @param {string} time */
async function setOwnEnd(desk, time) {
  const { heldUntil } = desk.frame.course;
  const set = () => desk.wrote(() => desk.ipc.setEnded(desk.id, time));
  if (!(await set()) || !heldUntil || heldUntil === time) return;
  const back = () => desk.wrote(() => desk.ipc.setEnded(desk.id, heldUntil));
  desk.undo.did("ended", async () => void (await back()));
  say({ message: words.endedAt(time), undo: back });
}

/** When a session was held, with a way back. @param {SessionDesk} desk @param {{date: string, time: string}} held */
export async function setHeld(desk, { date, time }) {
  const { heldOn, heldAt } = desk.session;
  if (heldOn === date && heldAt === time) return;
  const set = await desk.wrote(() => desk.ipc.setHeldOn(desk.id, date, time));
  if (!set || !heldOn || !heldAt) return;
  const back = () => desk.wrote(() => desk.ipc.setHeldOn(desk.id, heldOn, heldAt));
  desk.undo.did("held", async () => void (await back()));
  // While a session runs its undo key is enough; nothing comes up by itself.
  if (desk.session.status !== "in_progress") say({ message: words.heldOn(dayInWords(date), time), undo: back });
}

/** The lines changed with the session: what is shown is read anew. @param {SessionDesk} desk */
async function reread(desk) {
  const view = await desk.wrote(() => desk.ipc.getSession(desk.id));
  if (!view) return;
  desk.notes = view.notes;
  desk.changed();
}

/**
 * Gives the session to the client it belongs to, with a way back. A client without a programme gets the first one.
 * @param {SessionDesk} desk @param {import("../../types/wire/SessionHome.ts").SessionHome} home
 */
export async function giveTo(desk, home) {
  await desk.flush();
  const from = { engagementId: desk.session.engagementId, name: desk.frame.nameOnScreen };
  const made = home.engagementId === null ? await desk.wrote(() => saveEngagement(null, home.clientId, null, /** @type {any} */ (emptyEngagement))) : null;
  const engagementId = home.engagementId ?? made?.id;
  if (!engagementId || !(await moved(desk, engagementId))) return false;
  const back = async () => {
    if (await moved(desk, from.engagementId)) say({ message: words.belongs.movedBack(from.name), calm: true });
  };
  desk.undo.did("belongs", back);
  say({ message: words.belongs.moved(home.name), undo: back, calm: true });
  return true;
}

/** @param {SessionDesk} desk @param {number} engagementId */
async function moved(desk, engagementId) {
  const frame = await desk.wrote(() => desk.ipc.moveSession(desk.id, engagementId));
  if (frame) await reread(desk);
  return !!frame;
}

/** @param {SessionDesk} desk @param {number} id */
async function withdraw(desk, id) {
  const frame = await desk.wrote(() => desk.ipc.withdrawConsent(desk.id, id));
  const consent = frame?.consents.find((/** @type {any} */ each) => each.id === id);
  if (!consent) return;
  // Every withdrawal is to be seen to anew.
  if (frame.checks.some((/** @type {any} */ check) => check.key === SEEN_TO)) await desk.wrote(() => desk.ipc.tickCheck(desk.id, SEEN_TO, false, null, null));
  const purposes = /** @type {Record<string, string>} */ (sessionWords.recording.purposes);
  say({ message: words.withdrawn.told(purposes[consent.purpose] ?? "", timeOf(consent.withdrawnAt)), calm: true });
}

/** The tick that says a withdrawal was acted on. */
export const SEEN_TO = "withdrawal_seen_to";

/** Whether a consent was withdrawn, in whatever session, and nobody has said that it was acted on: the contradiction shown in red. @param {{withdrawalsToSeeTo: number[]}} frame */
export function hasContradiction({ withdrawalsToSeeTo }) {
  return withdrawalsToSeeTo.length > 0;
}
