/** The list of questions she sees in the bank: what is in it, and where a question can go. */

import { findByWords } from "./marks.js";
import { draws, moved, ofPhase, phaseOf } from "./session-questions.js";

/** @typedef {import("./session-questions.js").Question} Question */

export class QuestionList {
  /** Key of a phase of the model in use; none for every one. */
  phase = "";
  intent = "";
  letters = "";
  showsHidden = false;

  /** @param {Question[]} questions all, in her order @param {any} model in use */
  constructor(questions = [], model = null) {
    this.questions = questions;
    this.model = model;
  }

  get inPhase() {
    return this.phase ? ofPhase(this.questions, this.model, this.phase) : this.questions;
  }

  /** What is to be seen. Words that are nowhere in the phase are looked for in all of the bank. @returns {Question[]} */
  get shown() {
    const seen = (/** @type {Question} */ { hidden }) => this.showsHidden || !hidden;
    const found = this.#find(this.inPhase.filter((each) => seen(each) && (!this.intent || each.intent === this.intent)));
    return found.length || !this.letters ? found : this.#find(this.questions.filter(seen));
  }

  /** @param {Question[]} among */
  #find(among) {
    return findByWords(among, this.letters, ({ text }) => text);
  }

  /** The order of a question's part after a move; null when there is nothing to be moved past. @param {Question} question @param {1|-1} by */
  moved(question, by) {
    // Where the phase gathers its questions by intent, only those of one intent stand in an order of hers.
    const beside = this.#takes({ phase: question.phase, intent: "" }) ? this.shown : this.shown.filter(({ intent }) => intent === question.intent);
    return moved(this.questions, beside, question.key, by);
  }

  /** Whether the phase she looks at draws on a question like this. @param {{phase: string, intent: string}} question */
  #takes(question) {
    return !this.phase || draws(phaseOf(this.model, this.phase), question);
  }

  /** The question next to one that goes; "none" when it is the last. @param {string} key */
  beside(key) {
    const at = this.shown.findIndex((each) => each.key === key);
    return (this.shown[at + 1] ?? this.shown[at - 1])?.key ?? "none";
  }

  /** Makes the list one in which a question like this is seen. @param {{phase: string, intent: string}} question */
  showThe(question) {
    this.letters = this.intent = "";
    if (!this.#takes(question)) this.phase = "";
  }
}
