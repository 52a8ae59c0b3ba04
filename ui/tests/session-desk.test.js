import assert from "node:assert/strict";
import { test } from "node:test";
import { SessionDesk } from "../src/lib/session-desk.js";
import { LineActs } from "../src/lib/session-line-acts.js";
import { newRow } from "../src/lib/session-rows.js";
import { withMark, PLAIN } from "../src/lib/session-stage.js";
import { Undo } from "../src/lib/undo.js";
import { FakeBook } from "./session-backend.js";
import { johnsSession } from "./session-sample.js";

/** The commands of the book, called by name. */
function ipcOf(book) {
  return {
    getSession: (sessionId) => book.call("get_session", { sessionId }),
    listQuestions: () => book.call("list_questions"),
    keepNote: (sessionId, uid, note, make) => book.call("keep_note", { sessionId, uid, note, make }),
    saveNote: (noteId, rev, note) => book.call("save_note", { noteId, rev, note }),
    makeFromNote: (noteId, make) => book.call("make_from_note", { noteId, make }),
    leaveOutNote: (noteId) => book.call("leave_out_note", { noteId }),
    restoreNote: (noteId) => book.call("restore_note", { noteId }),
    saveDraft: (sessionId, editor, text) => book.call("save_draft", { sessionId, editor, text }),
    setStage: (sessionId, topicId, phase) => book.call("set_stage", { sessionId, topicId, phase }),
    saveSessionRow: (sessionId, row) => book.call("save_session_row", { sessionId, row }),
    removeSessionRow: (sessionId, type, id) => book.call("remove_session_row", { sessionId, type, id }),
    restoreSessionRow: (sessionId, type, id) => book.call("restore_session_row", { sessionId, type, id }),
  };
}

async function opened(book = johnsSession()) {
  let made = 0;
  const desk = new SessionDesk(1, ipcOf(book), { uid: () => `uid-${++made}` });
  await desk.load();
  const line = { text: "", openTopics() {} };
  return { book, desk, line, acts: new LineActs(desk, () => line) };
}

test("Enter keeps the line with phase, topic and kind, and the kind returns to plain", async () => {
  const { book, desk, acts } = await opened();
  acts.marked("belief", "=");
  await acts.enter("the customer is always right");
  const [{ args }] = book.named("keep_note");
  assert.deepEqual([args.note.kind, args.note.phase, args.note.topicId, args.note.beliefStatus], ["assumption", "R", 11, "held"]);
  assert.equal(desk.stage.kind, "plain");
});

test("a line that fails stays, and is tried again under the same id: never kept twice", async () => {
  const { book, desk, acts } = await opened(new FakeBook());
  book.failing = (name) => name === "keep_note";
  await acts.enter("precious");
  assert.equal(desk.saving.state, "failed");
  assert.deepEqual(desk.outbox.words, ["precious"]);
  book.failing = null;
  assert.equal(await desk.flush(), true);
  assert.equal(desk.saving.state, "saved");
  assert.deepEqual(new Set(book.named("keep_note").map(({ args }) => args.uid)), new Set(["uid-1"]));
  assert.equal(book.notes.length, 1);
});

test("a line that could not be sent stands in the draft too", async () => {
  const { book, acts, desk } = await opened(new FakeBook());
  book.failing = (name) => name === "keep_note";
  await acts.enter("first");
  acts.changed("second");
  await desk.flush();
  assert.deepEqual(book.frame.drafts, [{ editor: "line", text: "first\nsecond" }]);
});

test("half-typed words come back with their mark", async () => {
  const book = new FakeBook();
  book.frame.drafts = [{ editor: "line", text: "!“such a rev" }];
  const { desk, line, acts } = await opened(book);
  acts.restore();
  assert.deepEqual([line.text, desk.stage.make, desk.stage.words], ["such a rev", "insight", true]);
});

test("a mark alone changes the line above, and again changes it back", async () => {
  const { book, acts } = await opened();
  acts.marked("insight", "!");
  await acts.alone(null);
  assert.equal(book.frame.insights.at(-1).fromNoteId, 66);
  acts.marked("insight", "!");
  await acts.alone(null);
  assert.equal(book.frame.insights.length, 1);
});

test("Enter on an empty line does nothing", async () => {
  const { book, acts } = await opened();
  await acts.alone(null);
  assert.equal(book.named("keep_note").length, 0);
  assert.equal(book.named("save_note").length, 0);
});

test("less sure loosens the last belief", async () => {
  const { book, acts } = await opened();
  acts.marked("lessSure", "<");
  await acts.enter("not everyone after all");
  assert.equal(book.notes.at(-1).answers, 61);
  assert.equal(book.notes.find(({ id }) => id === 61).beliefStatus, "loosened");
});

test("what the coach noticed is never shared and never an action", async () => {
  const { book, acts } = await opened();
  await acts.letter("n");
  await acts.letter("s");
  await acts.letter("d");
  assert.equal(book.named("save_note").at(-1).args.note.visibility, "private");
  acts.marked("noticed", "*");
  await acts.enter("looks away when the boss is named");
  await acts.letter("a");
  assert.equal(book.named("make_from_note").length, 0);
});

test("undo takes a kept line back with its words and the row made of it", async () => {
  const { book, desk, line, acts } = await opened();
  line.text = "ring the mentor";
  await acts.keepAs("a");
  assert.equal(book.frame.actions.length, 4);
  await acts.takeBack();
  assert.equal(line.text, "ring the mentor");
  assert.equal(book.frame.actions.length, 3);
  assert.equal(desk.notes.length, 7);
});

test("using a question sets its phase and fills its slot for one line", async () => {
  const { book, desk, acts } = await opened();
  desk.use({ key: "G-11", phase: "G", intent: "outcome", text: "", statement: false });
  await acts.enter("a clear head");
  await desk.flush();
  assert.equal(book.frame.session.phase, "G");
  assert.equal(book.frame.focus.at(-1).text, "a clear head");
  assert.equal(desk.stage.slot, null);
  desk.whatElse();
  assert.equal(desk.stage.slot, "wanted_result");
});

test("a topic remembers its phase; an untouched one begins at G", async () => {
  const { desk } = await opened();
  desk.setTopic(12);
  assert.equal(desk.session.phase, "G");
  desk.setTopic(11);
  assert.equal(desk.session.phase, "R");
  await desk.flush();
  assert.deepEqual([desk.session.phase, desk.session.activeTopic], ["R", 11]);
});

test("a late answer never undoes a phase that was chosen meanwhile", async () => {
  const { desk, line, acts } = await opened();
  line.text = "ring him";
  const kept = acts.keepAs("a");
  desk.setPhase("W");
  await kept;
  assert.equal(desk.session.phase, "W");
});

test("plain words with quotation marks inside mark only a part", async () => {
  const { book, desk, acts } = await opened();
  desk.stage = withMark(PLAIN, "words", "“");
  await acts.enter("not so sure” that he will");
  assert.deepEqual([book.notes.at(-1).text, book.notes.at(-1).inClientWords], ["“not so sure” that he will", false]);
});

test("an act that cannot be taken back stays to be tried again", async () => {
  const undo = new Undo();
  let failing = true;
  undo.did("keep", () => (failing ? Promise.reject(new Error("no")) : "words"));
  await assert.rejects(undo.takeBack());
  failing = false;
  assert.deepEqual(await undo.takeBack(), { name: "keep", words: "words" });
  assert.equal(await undo.takeBack(), null);
});

test("a letter keeps the line in one stroke as what it says", async () => {
  const { book, line, acts } = await opened(new FakeBook());
  const kept = async (letter, text) => {
    line.text = text;
    await acts.keepAs(letter);
    const { note, make } = book.named("keep_note").at(-1).args;
    return [note.text, note.kind, make];
  };
  assert.deepEqual(await kept("x", "he did listen once"), ["he did listen once", "exception", null]);
  assert.deepEqual(await kept("b", "no means no"), ["no means no", "assumption", null]);
  assert.deepEqual(await kept("l", "he asked twice"), ["he asked twice", "evidence", null]);
  assert.deepEqual(await kept("g", "patient"), ["patient", "plain", "strength"]);
  assert.deepEqual(await kept("k", "saying no"), ["saying no", "plain", "skill"]);
  assert.deepEqual(await kept("r", "wrote it down first"), ["wrote it down first", "past_success", "resource"]);
  assert.deepEqual(await kept("a", "write to him"), ["write to him", "plain", "action"]);
  assert.equal(line.text, "");
  assert.equal(book.frame.strengths[0].fromNoteId, book.notes[3].id);
});

test("with whom and who will know hang on the last action; with no action the words are a plain line", async () => {
  const { book, line, acts } = await opened(new FakeBook());
  line.text = "with Ada";
  await acts.keepAs("j");
  assert.equal(book.notes[0].text, "with Ada");
  line.text = "write to him";
  await acts.keepAs("a");
  for (const [letter, words] of [["j", "Ada"], ["w", "a friend"]]) {
    line.text = words;
    await acts.keepAs(letter);
  }
  assert.equal(book.frame.actions[0].support, "Ada");
  assert.deepEqual(book.frame.accountability.map(({ who, actions }) => [who, actions]), [["a friend", [book.frame.actions[0].id]]]);
  assert.equal(book.notes.length, 2);
});

test("a line that names who will know keeps its words when that is taken back", async () => {
  const { book, line, acts } = await opened(new FakeBook());
  line.text = "write to him";
  await acts.keepAs("a");
  await acts.enter("a friend");
  line.text = "";
  await acts.letter("w");
  assert.deepEqual(book.frame.accountability.map(({ who }) => who), ["a friend"]);
  await acts.takeBack();
  assert.deepEqual([book.frame.accountability.length, book.notes.length, line.text], [0, 2, ""]);
});

test("with no words the letter acts on the line above, and once more takes it back", async () => {
  const { book, desk, line, acts } = await opened(new FakeBook());
  line.text = "patient";
  await acts.enter("patient");
  line.text = "";
  await acts.keepAs("g");
  assert.equal(book.frame.strengths.length, 1);
  await acts.keepAs("g");
  assert.equal(book.frame.strengths.length, 0);
  await acts.keepAs("x");
  assert.equal(desk.notes[0].kind, "exception");
  await acts.takeBack();
  assert.equal(desk.notes[0].kind, "plain");
});

test("a topic mentioned late waits, and a line left out by its letter can be taken back", async () => {
  const { desk, line, acts } = await opened(new FakeBook());
  line.text = "the first";
  await acts.keepAs("t");
  line.text = "the third, later";
  await acts.keepAs("t");
  assert.deepEqual(desk.frame.topics.map(({ title }) => title), ["the first", "the third, later"]);
  assert.equal(desk.session.activeTopic, desk.frame.topics[0].id);
  line.text = "a name";
  await acts.keepAs("d");
  assert.equal(desk.notes.length, 0);
  line.text = "";
  await acts.takeBack();
  assert.equal(desk.notes.length, 1);
});

test("taking back a kept line takes back what was made from it", async () => {
  const { book, line, acts } = await opened(new FakeBook());
  line.text = "wrote it down first";
  await acts.keepAs("r");
  line.text = "";
  await acts.takeBack();
  assert.deepEqual([book.notes.length, book.frame.resources.length, line.text], [0, 0, "wrote it down first"]);
});

test("What else? right after a topic asks for one more; once a line is kept it does not", async () => {
  const { desk, line, acts } = await opened(new FakeBook());
  const saved = await desk.saveRow(newRow("topic", { title: "the first" }));
  desk.setTopic(saved.id);
  desk.namedJustNow("topic");
  desk.whatElse();
  assert.equal(desk.stage.slot, "topic");
  await acts.picked({ list: "topic", value: { title: "the second" } });
  assert.equal(desk.stage.slot, null);
  desk.namedJustNow("topic");
  line.text = "";
  await acts.enter("a line about it");
  desk.whatElse();
  assert.equal(desk.stage.slot, null);
});
