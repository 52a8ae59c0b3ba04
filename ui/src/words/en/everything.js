/** Words of the list of everything (Ctrl+K). */
export const everything = {
  title: "Everything, by name",
  find: "What would you like to do?",
  none: "Nothing has this name.",
  topic: (/** @type {string} */ title) => `Topic: ${title}`,
  phase: (/** @type {string} */ label) => `Phase: ${label}`,
  addClient: "Add a client",
  putAway: "put away",
  ofClient: "for a client",
  forWhom: (/** @type {string} */ paper) => `${paper}: for which client?`,
  noClient: "No client has this name.",
  oneOf: (/** @type {string} */ paper, /** @type {string} */ which) => `${paper}: ${which}`,
  hints: {
    ctrl: (/** @type {string} */ key) => `Ctrl ${key}`,
    shift: (/** @type {string} */ key) => `Ctrl Shift ${key}`,
  },
};
