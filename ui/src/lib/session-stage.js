/**
 * What the next line will become (EXPERIENCE 3.6). A stage lasts for one line; the phase is sticky and lives in the session.
 *
 * @typedef {object} Stage
 * @property {string} kind key of the note kind
 * @property {import("./session-lines.js").Made|null} make row made in the same step
 * @property {boolean} words the line is the client's own words
 * @property {string|null} slot what the line fills instead of becoming a note
 * @property {string|null} phase phase for this one line, else the session's
 * @property {boolean} answers it makes the last belief less sure
 * @property {string|null} mark the character it came from; Backspace gives it back
 * @property {string|null} quote the opening quote as typed
 */

/** @type {Readonly<Stage>} */
export const PLAIN = Object.freeze({ kind: "plain", make: null, words: false, slot: null, phase: null, answers: false, mark: null, quote: null });

/** @type {Readonly<Record<string, Partial<Stage>>>} intents of the question bank that say more than "a plain line" */
export const INTENTS = Object.freeze({
  arrival: { kind: "arrival" },
  evidence: { kind: "evidence" },
  assumption: { kind: "assumption" },
  exception: { kind: "exception" },
  past_success: { kind: "past_success" },
  perspective: { kind: "perspective" },
  pattern: { kind: "pattern" },
  obstacle: { kind: "obstacle" },
  feeling: { kind: "feeling" },
  topic: { slot: "topic" },
  outcome: { slot: "wanted_result" },
  importance: { slot: "importance" },
  measure: { slot: "measure" },
  need_to_address: { slot: "need_to_address" },
  when: { slot: "due" },
  support: { slot: "support" },
  accountability: { slot: "accountability" },
  surfacing: { kind: "check_in" },
});

/** Slots that need an action to hang on; without one the line is plain. */
const OF_ACTIONS = new Set(["due", "support", "accountability"]);

/** @param {string} intent @param {{hasAction: boolean}} session @returns {Stage} */
export function stageOfIntent(intent, { hasAction }) {
  const said = INTENTS[intent] ?? {};
  if (said.slot && OF_ACTIONS.has(said.slot) && !hasAction) return { ...PLAIN };
  return { ...PLAIN, ...said };
}

/** @type {Readonly<Record<import("./marks.js").MarkName, Partial<Stage>>>} */
const OF_MARKS = Object.freeze({
  insight: { make: "insight" },
  action: { make: "action" },
  words: { words: true },
  belief: { kind: "assumption" },
  lessSure: { kind: "evidence", answers: true },
  option: { kind: "option" },
  noticed: { kind: "coach_observation" },
});

/** The one alphabet (EXPERIENCE 3.4): what a letter makes of a line. @type {Readonly<Record<string, Partial<Stage>>>} */
export const OF_LETTERS = Object.freeze({
  i: { make: "insight" }, a: { make: "action" }, g: { make: "strength" }, k: { make: "skill" }, r: { kind: "past_success", make: "resource" },
  o: { kind: "option" }, b: { kind: "assumption" }, l: { kind: "evidence", answers: true }, x: { kind: "exception" }, p: { kind: "past_success" },
  v: { kind: "perspective" }, f: { kind: "feeling" }, n: { kind: "coach_observation" }, c: { kind: "check_in", phase: "CLOSE" },
  q: { words: true }, t: { slot: "topic" }, w: { slot: "accountability" }, j: { slot: "support" },
});

/**
 * What a letter of the alphabet makes of the line being written; what the line was already said to be in her client's words it stays.
 * @param {string} letter @param {Stage} before @returns {Stage | null} nothing for a letter that only acts on a kept line
 */
export function stageOfLetter(letter, before) {
  const said = OF_LETTERS[letter];
  if (!said) return null;
  const words = before.words && letter !== "n";
  return { ...PLAIN, words, quote: words ? before.quote : null, ...said };
}

/** Adds a mark to a stage. `"` joins any other mark; of the others the later one counts. @param {Stage} stage @param {import("./marks.js").MarkName} name @param {string} mark @returns {Stage} */
export function withMark(stage, name, mark) {
  if (name === "words") return { ...stage, words: true, quote: mark, mark: stage.mark ?? mark };
  const words = stage.words && name !== "noticed";
  return { ...PLAIN, words, quote: words ? stage.quote : null, ...OF_MARKS[name], mark };
}

/** What Backspace at the start of the line gives back. @param {Stage} stage @returns {{stage: Stage, text: string}} */
export function withoutMark(stage) {
  if (stage.words && stage.quote && stage.mark !== stage.quote) {
    return { stage: { ...stage, words: false, quote: null }, text: stage.quote };
  }
  return { stage: { ...PLAIN }, text: stage.mark ?? "" };
}

/** @param {Stage} stage */
export function isPlain(stage) {
  return stage.kind === "plain" && !stage.make && !stage.words && !stage.slot && !stage.phase && !stage.answers;
}

/** Whether plain lines of this phase are options: the phase that draws on the options of the bank. @param {any} model @param {string} phase */
export function makesOptions(model, phase) {
  const found = model?.phases?.find((/** @type {any} */ each) => each.key === phase);
  if (!found) return false;
  return found.bank?.length ? found.bank[0] === "O" : found.key === "O";
}

/**
 * The fields of the note a stage makes of some words.
 * @param {Stage} stage @param {string} text @param {{model: any, phase: string, topicId: number|null, lastBelief: number|null}} session
 */
export function noteOf(stage, text, session) {
  const phase = stage.kind === "check_in" ? "CLOSE" : (stage.phase ?? session.phase);
  const option = stage.kind === "option" || (stage.kind === "plain" && !stage.make && makesOptions(session.model, phase));
  const kind = option ? "option" : stage.kind;
  return {
    text,
    model: session.model.key,
    phase,
    kind,
    topicId: session.topicId,
    inClientWords: stage.words,
    visibility: "private",
    beliefStatus: kind === "assumption" ? "held" : null,
    answers: stage.answers ? session.lastBelief : null,
    commitment: option ? "could" : null,
  };
}
