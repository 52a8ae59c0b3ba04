/** Words for when a session does not run straight: the wrong client, gaps, a forgotten end, the strip, a withdrawn consent. */

export const course = {
  gap: {
    away: (/** @type {number} */ minutes) => (minutes < 120 ? `${minutes} minutes away` : `${Math.round(minutes / 60)} hours away`), asks: ": count them?",
    count: "Count", leaveOut: "Leave out",
  },
  belongs: {
    title: "This session belongs to …",
    now: (/** @type {string} */ name) => `It stands with ${name}. Everything kept in it goes along; nothing stays.`,
    find: "A few letters of the name", none: "Nobody in your book is called that.", back: "Leave it where it is",
    found: (/** @type {number} */ count) => (count === 1 ? "1 found" : `${count} found`),
    moved: (/** @type {string} */ name) => `This session now belongs to ${name}.`,
    movedBack: (/** @type {string} */ name) => `This session belongs to ${name} again.`,
    dayOver: "A session can be given to another client only on the day it is held. Write what belongs elsewhere into a session there.",
  },
  before: {
    stillOn: (/** @type {string} */ day, /** @type {string} */ time) => `The session of ${day}, ${time}, was still running.`,
    ended: "Ended at its last line", right: "Right",
  },
  endedAt: (/** @type {string} */ time) => `Ended at ${time}.`,
  heldOn: (/** @type {string} */ day, /** @type {string} */ time) => `Held on ${day}, ${time}.`,
  until: "to", untilTime: "Ended at", untilAssumed: "its last line",
  seen: "This window can be seen when you share your screen. Share one window, not the whole screen.",
  strip: { back: "Whole window", notAbove: "This system keeps no window above others." },
  withdrawn: {
    bar: "Consent withdrawn",
    at: (/** @type {string} */ time) => `Withdrawn at ${time}`,
    told: (/** @type {string} */ what, /** @type {string} */ time) => `${what}: consent withdrawn at ${time}.`,
    act: "A consent was withdrawn. Stop recording; delete or hold back what there is, as the client wishes.",
    done: "Done as the client wishes",
  },
};
