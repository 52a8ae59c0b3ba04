/**
 * Which questions stand in the column: five at a time, each with another intent. Those chosen for the opening of each GROW
 * phase come first, then the first of each further intent.
 * @typedef {{key: string, phase: string, intent: string, text: string, statement: boolean}} Question
 */

/** @type {Readonly<Record<string, string[]>>} */
const FIRST = Object.freeze({
  OPEN: ["OPEN-01", "OPEN-04", "OPEN-15"],
  G: ["G-01", "G-11", "G-22", "G-28", "G-34"],
  R: ["R-15", "R-21", "R-27", "R-33", "R-36"],
  O: ["O-01", "O-21", "O-15", "O-28", "O-31"],
  W: ["W-01", "W-07", "W-19", "W-23", "W-15"],
  CLOSE: ["CLOSE-01", "CLOSE-03", "CLOSE-10", "CLOSE-13", "CLOSE-18"],
});

/** Questions of a phase of a model, in order. @param {Question[]} questions @param {any} model @param {string} phase */
export function ofPhase(questions, model, phase) {
  const found = model?.phases?.find((/** @type {any} */ each) => each.key === phase);
  const banks = found?.bank?.length ? found.bank : [phase];
  return banks.flatMap((/** @type {string} */ bank) => {
    const [bankPhase, intent] = bank.split(":");
    return questions.filter((question) => question.phase === bankPhase && (!intent || question.intent === intent));
  });
}

/** @param {Question[]} questions @param {any} model @param {string} phase @param {number} [count] @returns {Question[]} */
export function fiveOf(questions, model, phase, count = 5) {
  const all = ofPhase(questions, model, phase).filter((/** @type {Question} */ each) => !each.statement && each.intent !== "what_else" && !each.text.includes("{"));
  const first = (FIRST[phase] ?? []).flatMap((key) => all.filter((/** @type {Question} */ each) => each.key === key));
  /** @type {Question[]} */
  const chosen = [];
  for (const question of [...first, ...all]) {
    if (chosen.length < count && !chosen.some(({ intent }) => intent === question.intent)) chosen.push(question);
  }
  return chosen;
}

/** The two shortest of some questions, in their order: what fits in a row. @param {Question[]} five */
export function twoOf(five) {
  const shortest = [...five].sort((one, other) => one.text.length - other.text.length).slice(0, 2);
  return five.filter((question) => shortest.includes(question));
}

/** The words of a question with its gaps filled. @param {string} text @param {{topic?: string|null, minutes?: number|null}} known */
export function asked(text, { topic, minutes } = {}) {
  return text.replace("{topic}", topic || "…").replace("{minutes}", minutes == null ? "…" : String(minutes)).replace(/\{\w+\}/g, "…");
}
