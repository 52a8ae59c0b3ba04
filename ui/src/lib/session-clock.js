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

/** Minutes the machine slept between two looks at the clock, when it is worth asking about. @param {number} before @param {number} now @returns {number | null} */
export function gapMinutes(before, now) {
  const away = now - before;
  return away > 4 * 60_000 ? Math.round(away / 60_000) : null;
}
