/** The clock of a session: whole minutes, told once a minute. */

/** Milliseconds since the start, pauses left out. @param {any} session @param {number} now */
export function elapsedMs(session, now) {
  if (!session.startedAt) return 0;
  const until = session.endedAt ? Date.parse(session.endedAt) : now;
  const pause = session.pausedSince ? Math.max(0, until - Date.parse(session.pausedSince)) : 0;
  return Math.max(0, until - Date.parse(session.startedAt) - (session.pausedMs ?? 0) - pause);
}

/** Whole minutes left; below zero when over. @param {any} session @param {number} now */
export function minutesLeft(session, now) {
  return Math.ceil((session.plannedMinutes ?? 60) - elapsedMs(session, now) / 60_000);
}

/** `00:11`, hours and minutes since the start. @param {number} ms */
export function stamp(ms) {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Milliseconds until the next whole minute of the session. @param {any} session @param {number} now */
export function untilNextMinute(session, now) {
  return 60_000 - (elapsedMs(session, now) % 60_000) + 20;
}

/** Shorter sleeps are no question. */
const SHORTEST = 4 * 60_000;

/**
 * What two clocks show: the one on the wall, and one that stands still while the machine sleeps.
 * @typedef {{wall: number, steady: number}} Look
 */

/** @returns {Look} */
export const look = () => ({ wall: Date.now(), steady: performance.now() });

/**
 * The moment the machine fell asleep between two looks, when it is worth asking about. A window in the background whose timers
 * are slow has not slept: both its clocks went on. @param {Look} before @param {Look} now @returns {number | null}
 */
export function sleptSince(before, now) {
  const asleep = now.wall - before.wall - (now.steady - before.steady);
  return asleep >= SHORTEST ? before.wall : null;
}
