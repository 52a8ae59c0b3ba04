/** Days and moments in words. Days are "YYYY-MM-DD" and belong to no zone; moments are ISO UTC. */

const language = () => (navigator.language?.startsWith("en") ? navigator.language : "en-GB");

/** @param {Intl.DateTimeFormatOptions} options @param {Date} date */
const written = (options, date) => new Intl.DateTimeFormat(language(), options).format(date);

/** @param {string} day @returns {Date} noon of that day, here */
function noon(day) {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** "3 March", with the year when it is another one. @param {string | null | undefined} day @param {Date} [now] */
export function dayInWords(day, now = new Date()) {
  if (!day) return "";
  const date = day.length > 10 ? new Date(day) : noon(day);
  if (Number.isNaN(date.getTime())) return day;
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return written({ day: "numeric", month: "long", year }, date);
}

/** "Tue 3 March, 14:00". @param {string | null | undefined} moment @param {Date} [now] */
export function momentInWords(moment, now = new Date()) {
  if (!moment) return "";
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const time = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, date);
  return `${written({ weekday: "short" }, date)} ${dayInWords(moment, now)}, ${time}`;
}

/** "today", "tomorrow" or the weekday with the day. @param {string} moment @param {Date} [now] */
export function dayNear(moment, now = new Date()) {
  const date = new Date(moment);
  const days = Math.round((noon(dayOf(date)).getTime() - noon(dayOf(now)).getTime()) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  return `${written({ weekday: "long" }, date)} ${dayInWords(moment, now)}`;
}

/** "14:00" @param {string} moment */
export const timeOf = (moment) => written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, new Date(moment));

/** "YYYY-MM-DD" here. @param {Date} date */
export function dayOf(date) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {string} day @param {string} time "HH:MM" @returns {string} the moment in UTC */
export const momentFrom = (day, time) => new Date(`${day}T${time || "00:00"}`).toISOString().replace(/\.\d+Z$/, "Z");
