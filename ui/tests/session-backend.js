/** A book in memory that answers as the contract says: for tests, and for looking at the session without the app. */

import { readFileSync } from "node:fs";

const START = "2026-03-04T09:00:00Z";
const LISTS = { topic: "topics", focus: "focus", measure: "measures", insight: "insights", strength: "strengths", resource: "resources", skill: "skills", action: "actions", accountability: "accountability", followUp: "followUps", person: "people", consent: "consents" };

export const GROW = {
  key: "GROW", name: "GROW",
  phases: [["G", "Goal", "What is wanted"], ["R", "Reality", "What is so"], ["O", "Options", "What could be done"], ["W", "Will", "What will be done"]].map(([key, label, hint]) => ({ key, label, hint, bank: [key] })),
};

/** The bank, from the shared folder when it is there, else a handful. */
export function questions() {
  try {
    const bank = JSON.parse(readFileSync(new URL("../../../shared/domain/question_bank.json", import.meta.url), "utf8"));
    return bank.questions.map(({ id, phase, intent, text, kind }) => ({ key: id, phase, intent, text, statement: kind !== "question" }));
  } catch {
    return [
      ["G-01", "G", "topic", "What would be the best use of our time today?"], ["G-11", "G", "outcome", "What do you want to walk out of here with?"],
      ["R-01", "R", "facts", "What happened, in the order it happened?"], ["R-15", "R", "assumption", "What are you taking for granted here?"], ["R-21", "R", "evidence", "How do you know?"],
      ["R-27", "R", "exception", "When has it turned out otherwise?"], ["R-33", "R", "past_success", "What did you do then that you are not doing now?"], ["R-36", "R", "perspective", "How does this look from the other chair?"],
      ["O-01", "O", "generate", "What could you do?"], ["W-07", "W", "when", "By when?"], ["W-19", "W", "support", "Who can help?"], ["W-23", "W", "accountability", "Who will you tell, so that it is harder to drop?"],
      ["CLOSE-01", "CLOSE", "surfacing", "What is emerging for you as we talk?"],
    ].map(([key, phase, intent, text]) => ({ key, phase, intent, text, statement: false }));
  }
}

export function emptyFrame(session = {}) {
  return {
    session: { id: 1, rev: 1, engagementId: 1, number: 1, status: "in_progress", plannedAt: null, startedAt: START, endedAt: null, pausedMs: 0, pausedSince: null, plannedMinutes: 60, zone: "Europe/Berlin", heldOn: "2026-03-04", heldAt: "10:00", minutes: null, model: "GROW", activeTopic: null, phase: "G", agreementVersion: 1, nextSessionAt: null, forNextTime: null, reflection: null, ...session },
    clientId: 1, clientName: "John Doe", nameOnScreen: "John", planned: 6,
    agreement: { versionId: 1, versionNo: 2, signedOn: "2026-02-10", status: "signed", scope: "leading a pre-sales team", does: ["listen", "ask", "reflect back", "keep time"], doesNot: ["give solutions", "advise", "decide"], limits: "the law, harm, supervision, a recording you agreed to" },
    firstOfEngagement: true, model: GROW, checks: [], consents: [], topics: [], focus: [], measures: [], insights: [], strengths: [], resources: [], skills: [], actions: [], accountability: [], followUps: [], people: [], drafts: [], priorActions: [], lastForNextTime: null, flags: [],
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

  list_questions() {
    return { questions: this.bank, models: [GROW], whatElse: "What else?" };
  }

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
    return this.frame;
  }

  withdraw_consent({ consentId }) {
    Object.assign(this.frame.consents.find(({ id }) => id === consentId), { decision: "withdrawn", withdrawnAt: START });
    return this.frame;
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
