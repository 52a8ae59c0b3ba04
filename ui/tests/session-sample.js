/** John's first session as the pictures show it, in a book in memory. */

import { emptyFrame, FakeBook } from "./session-backend.js";

const standing = { result: "unknown", evidence: null, assessedBy: null };

/** @param {"full"|"fresh"|"ended"|"planned"|"failed"} [state] */
export function johnsSession(state = "full") {
  const startedAt = new Date(Date.now() - 36.5 * 60_000).toISOString();
  if (state === "fresh") return new FakeBook({ frame: emptyFrame({ startedAt: new Date().toISOString() }) });
  const frame = emptyFrame({ startedAt, phase: "R", activeTopic: 11 });
  frame.topics = [
    { id: 11, title: "The argument with Mr. X and its effect on the project", shortName: "Argument", status: "active", phase: "R", afterWhatElse: false, returnedAt: null },
    { id: 12, title: "Building rapport with this client and others", shortName: "Rapport", status: "open", phase: "G", afterWhatElse: true, returnedAt: null },
  ];
  frame.focus = ["ways out", "relaxed", "relationship skills"].map((text, at) => ({ id: 20 + at, slot: "wanted_result", text, standing: { ...standing } }));
  frame.measures = ["plan for Mr. X", "plan for rapport"].map((text, at) => ({ id: 30 + at, topicId: 11 + at, text, howKnown: "have it by the end", standing: { ...standing } }));
  frame.consents = [{ id: 40, purpose: "record_audio", recipient: null, useLimit: "evaluation only", identityDisclosed: false, thirdPartyDisclosed: false, decision: "granted", method: "verbal_in_session", quote: "yes", givenOn: "2026-03-04", retentionUntil: null, withdrawalExplained: null, withdrawnAt: null }];
  frame.people = [{ id: 50, alias: "Mr. X", relation: "client of John" }, { id: 51, alias: "John's manager", relation: "boss" }];
  const lines = [
    [11, "R", "assumption", "no agreement = unhappy = negative feedback"], [12, "R", "assumption", "that’s how things work", true], [14, "R", "exception", "not everyone; former manager, could gauge his mood"],
    [19, "R", "past_success", "7 yrs ago: calm, facts, boss w/ long view → onsite, promoted"], [27, "R", "plain", "“cross-checking”, not disagreeing; else outright no"],
    [31, "O", "option", "email Mr. X: summary, case studies, benchmarks"], [33, "O", "plain", "talk to manager, ask him into calls"],
  ];
  const notes = lines.map(([minute, phase, kind, text, inClientWords = false], at) => ({
    id: 60 + at, rev: 1, at: startedAt, elapsedMs: minute * 60_000, text, model: "GROW", phase, kind, topicId: 11, inClientWords, visibility: "private",
    beliefStatus: kind === "assumption" ? "held" : null, answers: null, commitment: kind === "option" ? "could" : null,
  }));
  const action = (id, what, fromNoteId, due) => ({ id, topicId: 11, what, wording: "can", due, dueText: null, afterActionId: null, support: null, successSign: null, obstacle: null, fromNoteId, status: "open", visibility: "shared" });
  const none = { kind: "none", text: null, from: null, date: null, readFromWords: false };
  frame.actions = [action(70, "talk to manager, ask him into calls", 66, none), action(71, "finalise the online course", null, { kind: "by", text: "in a week’s time", from: null, date: "2026-03-11", readFromWords: true }), action(72, "connect with mentors", null, { kind: "window", text: "next week", from: "2026-03-09", date: "2026-03-15", readFromWords: false })];
  frame.insights = [{ id: 80, topicId: 11, text: "“cross-checking”, not disagreeing; else outright no", inClientWords: false, fromNoteId: 64, visibility: "shared" }];
  if (state === "ended") Object.assign(frame.session, { status: "ended", endedAt: new Date().toISOString(), minutes: 58 });
  if (state === "planned") {
    Object.assign(frame.session, { status: "planned", startedAt: null, number: null, plannedAt: new Date(Date.now() + 3e5).toISOString() });
    Object.assign(frame, { lastForNextTime: "ask what became of the talk with his manager", priorActions: frame.actions, firstOfEngagement: false });
  }
  return new FakeBook({ frame, notes });
}
