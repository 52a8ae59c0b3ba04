/** Words of the list of everything (Ctrl+K). */
export const everything = {
  title: "Everything, by name",
  find: "What would you like to do?",
  none: "Nothing has this name.",
  topic: (/** @type {string} */ title) => `Topic: ${title}`,
  phase: (/** @type {string} */ label) => `Phase: ${label}`,
  addClient: "Add a client",
  putAway: "put away",
  hints: {
    ctrl: (/** @type {string} */ key) => `Ctrl ${key}`,
    shift: (/** @type {string} */ key) => `Ctrl Shift ${key}`,
  },
};
