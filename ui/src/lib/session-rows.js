/** New rows of a session, and what a line fills instead of becoming a note. */

export const STANDING = Object.freeze({ result: "unknown", evidence: null, assessedBy: null });

/** @type {Record<string, (fields: any) => any>} */
const NEW = {
  topic: (fields) => ({ title: "", shortName: null, status: "open", phase: "G", afterWhatElse: false, returnedAt: null, ...fields }),
  focus: (fields) => ({ slot: "wanted_result", text: "", standing: { ...STANDING }, ...fields }),
  measure: (fields) => ({ topicId: null, text: "", howKnown: null, standing: { ...STANDING }, ...fields }),
  insight: (fields) => ({ topicId: null, text: "", inClientWords: false, fromNoteId: null, visibility: "shared", ...fields }),
  strength: (fields) => ({ text: "", namedBy: "client", fromNoteId: null, visibility: "shared", ...fields }),
  resource: (fields) => ({ text: "", fromNoteId: null, visibility: "shared", ...fields }),
  skill: (fields) => ({ text: "", fromNoteId: null, visibility: "shared", ...fields }),
  action: (fields) => ({
    topicId: null, what: "", wording: null, due: null, dueText: null, afterActionId: null, support: null, successSign: null,
    obstacle: null, fromNoteId: null, status: "open", visibility: "shared", ...fields,
  }),
  accountability: (fields) => ({ kind: "person", who: "", how: null, howOften: null, actions: [], visibility: "shared", ...fields }),
  followUp: (fields) => ({ owner: "client", what: "", dueDate: null, done: false, visibility: "shared", ...fields }),
  person: (fields) => ({ alias: "", relation: null, ...fields }),
  consent: (fields) => ({
    purpose: "record_audio", recipient: null, useLimit: null, identityDisclosed: null, thirdPartyDisclosed: null, decision: "granted",
    method: "verbal_in_session", quote: null, givenOn: null, retentionUntil: null, withdrawalExplained: null, withdrawnAt: null, ...fields,
  }),
};

/** @param {string} type @param {any} [fields] */
export function newRow(type, fields = {}) {
  const make = NEW[type];
  if (!make) throw new Error(`no row of type ${type}`);
  return { type, id: null, ...make(fields) };
}

/** Where the rows of a type stand in a frame. @type {Readonly<Record<string, string>>} */
export const LIST_OF = Object.freeze({
  topic: "topics", focus: "focus", measure: "measures", insight: "insights", strength: "strengths", resource: "resources", skill: "skills",
  action: "actions", accountability: "accountability", followUp: "followUps", person: "people", consent: "consents",
});

/** @param {any} frame @param {string} type @param {number} id */
export function rowOf(frame, type, id) {
  const found = frame[LIST_OF[type] ?? ""]?.find((/** @type {any} */ row) => row.id === id);
  return found ? { type, ...found } : null;
}

/**
 * The row a line fills, for the slots of the focus card and of the last action.
 * @param {string} slot @param {string} text @param {any} frame @param {{afterWhatElse?: boolean}} [how] @returns {any}
 */
export function rowForSlot(slot, text, frame, { afterWhatElse = false } = {}) {
  const last = frame.actions.at(-1);
  switch (slot) {
    case "topic":
      return newRow("topic", { title: text, afterWhatElse, phase: frame.model.phases[0]?.key ?? "G" });
    case "measure":
      return newRow("measure", { topicId: frame.session.activeTopic, text });
    case "due":
      return last && { type: "action", ...last, due: null, dueText: text };
    case "support":
      return last && { type: "action", ...last, support: last.support ? `${last.support}; ${text}` : text };
    case "accountability":
      return newRow("accountability", { who: text, actions: last ? [last.id] : [] });
    default:
      return newRow("focus", { slot, text });
  }
}

/** Whether nothing more is to be done about an action: done, not this time, or let go. @param {{status: string}} action */
export function isOver({ status }) {
  return status === "done" || status === "not_done" || status === "dropped";
}

/** The parts of an action nobody has said yet: shown as open circles, never as errors. @param {any} action @param {any} frame @returns {("due"|"with"|"whoWillKnow")[]} */
export function openParts(action, frame) {
  /** @type {("due"|"with"|"whoWillKnow")[]} */
  const open = [];
  if (isOver(action)) return open;
  if (!action.due || action.due.kind === "none") open.push("due");
  if (!action.support) open.push("with");
  if (!frame.accountability.some((/** @type {any} */ each) => each.actions.includes(action.id))) open.push("whoWillKnow");
  return open;
}

/** @param {any} topic one or two words for the chip */
export function chipName(topic) {
  if (topic.shortName) return topic.shortName;
  const words = topic.title.trim().split(/\s+/u);
  const [first, ...rest] = words;
  const start = rest.length && /^(the|a|an)$/iu.test(first) ? rest : words;
  const two = start.slice(0, /^(with|and|of|in|to|for|on|at|from|about|that|which|who|is|are|my|our)$/iu.test(start[1] ?? "") ? 1 : 2);
  return two.join(" ").replace(/[,;:.]$/u, "");
}

/** How a chip stands. @param {any} topic @param {any} frame @param {any[]} notes @returns {"now"|"worked"|"untouched"} */
export function chipState(topic, frame, notes) {
  if (topic.id === frame.session.activeTopic) return "now";
  return topic.status === "worked" || notes.some((note) => note.topicId === topic.id) ? "worked" : "untouched";
}
