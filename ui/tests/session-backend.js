/** A book in memory that answers as the contract says: for tests, and for looking at the session without the app. */

import { readFileSync } from "node:fs";
import { ofPhase } from "../src/lib/session-questions.js";

const START = "2026-03-04T09:00:00Z";
const LISTS = { topic: "topics", focus: "focus", measure: "measures", insight: "insights", strength: "strengths", resource: "resources", skill: "skills", action: "actions", accountability: "accountability", followUp: "followUps", person: "people", consent: "consents" };

export const GROW = {
  key: "GROW", name: "GROW",
  phases: [["G", "Goal", "What is wanted"], ["R", "Reality", "What is so"], ["O", "Options", "What could be done"], ["W", "Way forward", "What will be done"]].map(([key, label, hint]) => ({ key, label, hint, bank: [key] })),
};

/** The bank as it is built into the program. */
export function questions() {
  const bank = JSON.parse(readFileSync(new URL("../../src-tauri/crates/exchange/data/question_bank.json", import.meta.url), "utf8"));
  return bank.questions.map(({ id, phase, intent, text, kind }) => asWritten({ key: id, phase, intent, text, statement: kind !== "question" }));
}

/** A question nobody has made hers. */
export const asWritten = (question) => ({ own: false, favourite: false, hidden: false, aside: null, ...question });

export function emptyFrame(session = {}) {
  return {
    session: { id: 1, rev: 1, engagementId: 1, number: 1, status: "in_progress", plannedAt: null, startedAt: START, endedAt: null, pausedMs: 0, pausedSince: null, plannedMinutes: 60, zone: "Europe/Berlin", heldOn: "2026-03-04", heldAt: "10:00", minutes: null, model: "GROW", activeTopic: null, phase: "G", agreementVersion: 1, nextSessionAt: null, forNextTime: null, reflection: null, ...session },
    clientId: 1, clientName: "John Doe", nameOnScreen: "John", planned: 6,
    agreement: { versionId: 1, versionNo: 2, signedOn: "2026-02-10", status: "signed", scope: "leading a pre-sales team", does: ["listen", "ask", "reflect back", "keep time"], doesNot: ["give solutions", "advise", "decide"], limits: "the law, harm, supervision, a recording you agreed to" },
    firstOfEngagement: true, model: GROW, checks: [], consents: [], withdrawalsToSeeTo: [], topics: [], focus: [], measures: [], insights: [], strengths: [], resources: [], skills: [], actions: [], accountability: [], followUps: [], people: [], drafts: [], priorActions: [], lastForNextTime: null, flags: [],
  };
}

export class FakeBook {
  calls = [];
  uids = new Map();
  leftOut = new Map();
  removed = new Map();
  failing = null;
  #next = 100;

  constructor({ frame = emptyFrame(), notes = [], bank = questions() } = {}) {
    Object.assign(this, { frame, notes, bank });
  }

  /** @param {string} name @param {any} args */
  call = async (name, args = {}) => {
    this.calls.push({ name, args: structuredClone(args) });
    if (this.failing?.(name)) throw { code: "disk", message: "The disk is full.", hint: "Make room." };
    const answer = this[name];
    if (!answer) throw { code: "unknown", message: `no command ${name}`, hint: null };
    return structuredClone(answer.call(this, args) ?? null);
  };

  listen = async () => () => {};

  named(name) {
    return this.calls.filter((call) => call.name === name);
  }

  get_session() {
    return { frame: this.frame, notes: this.notes };
  }

  start_session() {
    return this.get_session();
  }

  settings = { defaultModel: null, logUses: false, columnClosed: false };
  uses = [];

  /** The book's own rule is in Rust; here the five are what she chose, and then one each of the first intents. */
  list_questions() {
    const { model } = this.frame;
    const chosen = (question) => (question.aside === "client" || question.aside === "today" ? 0 : question.favourite ? 1 : 2);
    const five = [...model.phases.map(({ key }) => key), "OPEN", "CLOSE"].map((phase) => {
      const all = ofPhase(this.bank, model, phase).filter((one) => !one.hidden && !one.statement && (chosen(one) < 2 || (one.intent !== "what_else" && !one.text.includes("{"))));
      const first = all.filter((one, at) => chosen(one) < 2 || all.findIndex(({ intent }) => intent === one.intent) === at);
      return { phase, keys: first.sort((one, other) => chosen(one) - chosen(other)).slice(0, 5).map(({ key }) => key) };
    });
    return { questions: this.bank, models: [GROW], whatElse: "What else?", five, settings: this.settings };
  }

  #made_hers(key, change) {
    Object.assign(this.bank.find((question) => question.key === key), change);
    return this.list_questions();
  }

  mark_question = ({ key, mark, on }) => this.#made_hers(key, { [mark]: on });
  set_question_aside = ({ key, aside }) => this.#made_hers(key, { aside });

  order_questions({ keys }) {
    const placed = keys.map((key) => this.bank.find((question) => question.key === key));
    const at = this.bank.findIndex(({ phase }) => phase === placed[0].phase);
    this.bank = this.bank.filter((question) => !placed.includes(question));
    this.bank.splice(at, 0, ...placed);
    return this.list_questions();
  }

  save_own_question({ key, question }) {
    const saved = key ?? `own-${this.#next++}`;
    if (key) Object.assign(this.bank.find((one) => one.key === key), question);
    else this.bank.push(asWritten({ key: saved, ...question, statement: false, own: true }));
    return { key: saved, bank: this.list_questions() };
  }

  remove_own_question({ key }) {
    this.removed.set(key, this.bank.find((question) => question.key === key));
    this.bank = this.bank.filter((question) => question.key !== key);
    return this.list_questions();
  }

  restore_own_question({ key }) {
    this.bank.push(this.removed.get(key));
    return this.list_questions();
  }

  log_question = (use) => void this.uses.push(use);
  save_question_settings = ({ settings }) => Object.assign(this.settings, settings);

  keep_note({ uid, note, make }) {
    if (this.uids.has(uid)) return { note: this.uids.get(uid), frame: null };
    const kept = { id: this.#next++, rev: 1, at: START, elapsedMs: 60_000 * this.notes.length, ...note };
    this.uids.set(uid, kept);
    this.notes.push(kept);
    this.frame.drafts = this.frame.drafts.filter(({ editor }) => editor !== "line");
    if (make) this.#made(kept, make);
    return { note: kept, frame: make ? this.frame : null };
  }

  #made(note, make) {
    const id = this.#next++;
    const base = { id, topicId: note.topicId, fromNoteId: note.id, visibility: "shared" };
    if (make === "action") this.frame.actions.push({ ...base, what: note.text, wording: null, due: this.#read(null), dueText: null, afterActionId: null, support: null, successSign: null, obstacle: null, status: "open" });
    else this.frame[LISTS[make]].push({ ...base, text: note.text, inClientWords: note.inClientWords });
    return id;
  }

  #read(words) {
    return words ? { kind: "by", text: words, from: null, date: "2026-03-11", readFromWords: true } : { kind: "none", text: null, from: null, date: null, readFromWords: false };
  }

  save_note({ noteId, rev, note }) {
    const found = this.notes.find(({ id }) => id === noteId);
    if (found.rev !== rev) throw { code: "stale", message: "Somebody else changed it.", hint: null };
    Object.assign(found, note, { rev: rev + 1 });
    return { note: found, frame: null };
  }

  make_from_note({ noteId, make }) {
    return { id: this.#made(this.notes.find(({ id }) => id === noteId), make), frame: this.frame };
  }

  leave_out_note({ noteId }) {
    this.leftOut.set(noteId, this.notes.find(({ id }) => id === noteId));
    this.notes = this.notes.filter(({ id }) => id !== noteId);
  }

  restore_note({ noteId }) {
    this.notes.push(this.leftOut.get(noteId));
  }

  save_draft({ editor, text }) {
    this.frame.drafts = [...this.frame.drafts.filter((draft) => draft.editor !== editor), ...(text ? [{ editor, text }] : [])];
  }

  set_stage({ topicId, phase }) {
    Object.assign(this.frame.session, { activeTopic: topicId, phase });
    for (const topic of this.frame.topics) if (topic.id === topicId) topic.phase = phase;
    return this.frame;
  }

  save_session_row({ row: { type, ...fields } }) {
    const list = this.frame[LISTS[type]];
    if (type === "action") fields.due ??= this.#read(fields.dueText);
    const id = fields.id ?? this.#next++;
    const at = list.findIndex((row) => row.id === id);
    if (at < 0) list.push({ ...fields, id });
    else list[at] = { ...fields, id };
    return { id, frame: this.frame };
  }

  remove_session_row({ type, id }) {
    const list = this.frame[LISTS[type]];
    this.removed.set(`${type}${id}`, list.find((row) => row.id === id));
    this.frame[LISTS[type]] = list.filter((row) => row.id !== id);
    return this.frame;
  }

  restore_session_row({ type, id }) {
    this.frame[LISTS[type]].push(this.removed.get(`${type}${id}`));
    return this.frame;
  }

  tick_check({ key, done, acknowledged, note }) {
    this.frame.checks = [...this.frame.checks.filter((check) => check.key !== key), ...(done ? [{ key, doneAt: START, acknowledged, note }] : [])];
    if (key === "withdrawal_seen_to" && done) this.frame.withdrawalsToSeeTo = [];
    return this.frame;
  }

  withdraw_consent({ consentId }) {
    Object.assign(this.frame.consents.find(({ id }) => id === consentId), { decision: "withdrawn", withdrawnAt: START });
    this.frame.withdrawalsToSeeTo = [consentId];
    return this.frame;
  }

  /** A gap to be asked about when the session is attended again. */
  gapOnReturn = null;

  return_to_session({ since }) {
    this.frame.course ??= { gaps: [], heldUntil: null, endAssumed: false, mayChangeClient: true, endedBefore: null, staysOutOfSharing: true };
    if (this.gapOnReturn) this.frame.course.gaps.push({ startedAt: since, endedAt: START, ...this.gapOnReturn });
    this.gapOnReturn = null;
    return this.frame;
  }

  #answered = new Map();

  answer_gap({ gapId, counted }) {
    const { course, session } = this.frame;
    const gap = course.gaps.find(({ id }) => id === gapId) ?? this.#answered.get(gapId);
    this.#answered.set(gapId, gap);
    course.gaps = [...course.gaps.filter(({ id }) => id !== gapId), ...(counted === null ? [gap] : [])];
    session.pausedMs = counted ? 0 : gap.minutes * 60_000;
    return this.frame;
  }

  set_ended({ sessionId, time }) {
    const { course, session } = this.frame;
    if (sessionId !== session.id) course.endedBefore = null;
    else Object.assign(course, { heldUntil: time, endAssumed: false });
    return sessionId === session.id ? this.frame : { ...this.frame, session: { ...session, id: sessionId } };
  }

  homes = [
    { engagementId: 1, clientId: 1, name: "John Doe", title: null }, { engagementId: 2, clientId: 2, name: "Mira Vogel", title: null },
    { engagementId: 3, clientId: 3, name: "Ana Marić", title: "Leading" }, { engagementId: 4, clientId: 3, name: "Ana Marić", title: "Writing" },
    { engagementId: null, clientId: 4, name: "Otto", title: null },
  ];

  session_homes() {
    return this.homes;
  }

  save_engagement({ clientId }) {
    const home = this.homes.find((each) => each.clientId === clientId);
    home.engagementId = 9;
    return { id: 9, clientId };
  }

  move_session({ engagementId }) {
    const home = this.homes.find((each) => each.engagementId === engagementId);
    this.frame.nameOnScreen = home.name;
    for (const note of this.notes) note.rev += 1;
    return this.#set({ engagementId });
  }

  set_strip({ on }) {
    return { on, above: true };
  }

  #set(change) {
    Object.assign(this.frame.session, change);
    return this.frame;
  }

  pause_session = () => this.#set({ pausedSince: START });
  resume_session = () => this.#set({ pausedSince: null });
  end_session = () => this.#set({ status: "ended", endedAt: START, minutes: 58 });
  finish_session = () => this.#set({ status: "completed" });
  reopen_session = () => this.#set({ status: "ended" });
  set_held_on = ({ date, time }) => this.#set({ heldOn: date, heldAt: time });
  set_next = ({ nextSessionAt, forNextTime, reflection }) => this.#set({ nextSessionAt, forNextTime, reflection });
  read_date_words = ({ words }) => this.#read(words);
}
