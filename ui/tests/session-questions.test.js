import assert from "node:assert/strict";
import { test } from "node:test";
import { questionHandlers } from "../src/lib/question-acts.js";
import { chordOf } from "../src/lib/session-keys.js";
import { phaseName, phaseOfDigit, tagOf } from "../src/lib/session-kinds.js";
import { SessionDesk } from "../src/lib/session-desk.js";
import { asked, findQuestions, fiveOf, moved, ofPhase, phaseFor, placeFor, twoOf, wordOf } from "../src/lib/session-questions.js";
import { session as words } from "../src/words/en/session.js";
import { asWritten, emptyFrame, FakeBook, GROW, questions } from "./session-backend.js";

const model = (key, phases) => ({ key, name: key, phases: phases.map(([letter, ...bank]) => ({ key: letter, label: letter, hint: null, bank })) });
const OSKAR = model("OSKAR", [["O", "G:outcome", "G"], ["S", "G:scale"], ["K", "R:past_success", "R"], ["A", "CLOSE:acknowledge", "O", "W"], ["R", "OPEN:review_actions", "CLOSE:success_check"]]);
const GROWTH = model("GROWTH", [["G", "G"], ["R", "R"], ["O", "O"], ["W", "W:next_step"], ["T", "W:when"], ["H", "W:habit"]]);
const TGROW = model("TGROW", [["T", "G:topic"], ["G", "G"], ["R", "R"], ["O", "O"], ["W", "W"]]);
const FREE = model("FREE", [["N", "OPEN", "G", "R", "O", "W", "CLOSE"]]);

test("a question is asked in the phase she is in, else in the first that draws on it, else nothing changes", () => {
  assert.equal(phaseFor({ phase: "G", intent: "topic" }, TGROW), "T");
  assert.equal(phaseFor({ phase: "G", intent: "topic" }, TGROW, "G"), "G");
  assert.equal(phaseFor({ phase: "G", intent: "outcome" }, TGROW, "T"), "G");
  assert.equal(phaseFor({ phase: "W", intent: "reward" }, GROWTH, "R"), "R", "no phase of this model asks it");
  assert.equal(phaseFor({ phase: "R", intent: "facts" }, OSKAR, "A"), "K", "never the R of another model");
  assert.equal(phaseFor({ phase: "CLOSE", intent: "feedback" }, GROW, "R"), "CLOSE");
});

test("letters have the four colours in turn, and Goal, Reality, Options and Way forward keep theirs", () => {
  const colours = (of) => of.phases.map(({ key }) => tagOf(of, key).colour).join(" ");
  assert.equal(colours(GROW), "g r o w");
  assert.equal(colours(TGROW), "none g r o w");
  assert.equal(colours(GROWTH), "g r o w none none");
  assert.equal(colours(OSKAR), "g r o w none");
  assert.equal(colours(FREE), "g");
});

test("digits follow the model's order, and closing comes after its last phase, never before 5", () => {
  const digits = (of) => [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => phaseOfDigit(of, digit) ?? "-").join(" ");
  assert.equal(digits(GROW), "G R O W CLOSE - - -");
  assert.equal(digits(OSKAR), "O S K A R CLOSE - -");
  assert.equal(digits(GROWTH), "G R O W T H CLOSE -");
  assert.equal(digits(FREE), "N - - - CLOSE - - -");
  assert.equal(phaseOfDigit(GROW, 0), "OPEN");
  const chord = (code) => chordOf({ ctrlKey: true, key: "x", code, metaKey: false, shiftKey: false, altKey: false });
  assert.deepEqual([chord("Digit5"), chord("Digit6"), chord("Digit0")], ["phase5", "phase6", "opening"]);
});

test("her word for a phase is the word, Will too", () => {
  const named = { phases: [{ key: "W", label: "Will", bank: ["W"] }] };
  assert.equal(phaseName(named, "W", words.phases), "Will");
  assert.equal(phaseName(named, "CLOSE", words.phases), "Closing");
});

test("the word asked about is what is marked as theirs in the line in hand, else a short line", () => {
  const line = (text, inClientWords = false) => ({ text, inClientWords });
  assert.equal(wordOf([]), null);
  assert.equal(wordOf([line("he is always “grilling” me.")]), "“grilling”");
  assert.equal(wordOf([line("such a revelation", true)]), "“such a revelation”");
  assert.equal(wordOf([line("cross-checking.")]), "cross-checking", "a paraphrase has no quotation marks");
  assert.equal(wordOf([line("first"), line("last")], line("“in hand”")), "“in hand”");
  const long = line("seven years ago: calm, facts, a boss with the long view, then promoted");
  assert.equal(wordOf([line("“grilling”"), long]), "“grilling”", "the newest marked words");
  assert.equal(wordOf([long]), null);
});

test("gaps are filled, and one nobody can fill is a dash", () => {
  assert.equal(asked("What do you mean by {word}?", { word: "“grilling”" }), "What do you mean by “grilling”?");
  assert.equal(asked("What do you mean by {word}?"), "What do you mean by …?");
  assert.equal(asked("May I record for {purpose}? {minutes}", { minutes: 60 }), "May I record for …? 60");
  assert.equal(asked("{word}", { word: "$& {topic}", topic: "no" }), "$& {topic}", "words are never read as anything but words");
});

test("two stand in the row: what she chose first, then the short ones, in the order of the five", () => {
  const five = ["long long long", "short", "longer", "tiny", "middling"].map((text, at) => asWritten({ key: String(at), text }));
  assert.deepEqual(twoOf(five).map(({ text }) => text), ["short", "tiny"]);
  five[4].favourite = true;
  assert.deepEqual(twoOf(five).map(({ text }) => text), ["tiny", "middling"]);
  five[2].aside = "today";
  assert.deepEqual(twoOf(five).map(({ text }) => text), ["longer", "middling"]);
});

test("the five are what the book says", () => {
  const bank = new FakeBook().list_questions();
  assert.equal(fiveOf(bank, "R").length, 5);
  assert.deepEqual(fiveOf({ ...bank, five: [{ phase: "R", keys: ["R-21", "gone"] }] }, "R").map(({ key }) => key), ["R-21"]);
  assert.deepEqual(fiveOf(bank, "nowhere"), []);
});

test("hidden questions are not found, chosen ones come first", () => {
  const bank = ["one know", "two know", "three know"].map((text, at) => asWritten({ key: String(at), text }));
  bank[0].hidden = true;
  bank[2].favourite = true;
  assert.deepEqual(findQuestions(bank, "know").map(({ key }) => key), ["2", "1"]);
});

test("a move goes past the neighbour she sees and keeps the rest of the part", () => {
  const bank = [["a", "G"], ["b", "G"], ["c", "G"], ["r", "R"]].map(([key, phase]) => asWritten({ key, phase }));
  assert.deepEqual(moved(bank, bank, "b", -1), ["b", "a", "c"]);
  assert.deepEqual(moved(bank, bank, "a", 1), ["b", "a", "c"]);
  assert.deepEqual(moved(bank, [bank[0], bank[2]], "a", 1), ["b", "c", "a"], "b is not in the list she sees");
  assert.equal(moved(bank, bank, "c", 1), null, "the next one is of another part");
  assert.equal(moved(bank, bank, "a", -1), null);
});

test("an own question lies where its phase draws on the bank", () => {
  for (const [of, phase] of [[GROW, "R"], [OSKAR, "K"], [OSKAR, "S"], [OSKAR, "R"], [GROWTH, "H"], [FREE, "N"], [GROW, "CLOSE"]]) {
    const own = asWritten({ key: "own-1", text: "x", ...placeFor(of, phase, "own") });
    assert.deepEqual(ofPhase([own], of, phase), [own], `${of.key} ${phase}`);
  }
});

/** A desk over a book in memory. */
async function opened(book = new FakeBook({ frame: emptyFrame({ phase: "R" }) })) {
  const call = (name, ...args) => (...given) => book.call(name, Object.fromEntries(args.map((arg, at) => [arg, given[at]])));
  const ipc = {
    getSession: call("get_session", "sessionId"), listQuestions: call("list_questions", "sessionId"), setStage: call("set_stage", "sessionId", "topicId", "phase"),
    markQuestion: call("mark_question", "sessionId", "key", "mark", "on"), setQuestionAside: call("set_question_aside", "sessionId", "key", "aside"),
    orderQuestions: call("order_questions", "sessionId", "keys"), logQuestion: call("log_question", "sessionId", "key", "intent"),
    saveOwnQuestion: call("save_own_question", "sessionId", "key", "question"), saveQuestionSettings: call("save_question_settings", "settings"),
    saveDraft: call("save_draft", "sessionId", "editor", "text"),
  };
  const desk = new SessionDesk(1, ipc, { uid: () => "u" });
  await desk.load();
  const handlers = questionHandlers(() => desk);
  const say = (name, detail) => handlers[name]({ detail, stopPropagation() {} });
  return { book, desk, say };
}

test("what she chooses stands in the column at once", async () => {
  const { desk, say } = await opened();
  await say("question:marked", { key: "R-49", mark: "favourite", on: true });
  assert.equal(fiveOf(desk.bank, "R")[0].key, "R-49");
  await say("question:aside", { key: "R-46", aside: "client" });
  assert.equal(fiveOf(desk.bank, "R")[0].key, "R-46");
  await say("question:kept", { key: null, question: { phase: "R", intent: "own", text: "Says who?" }, editor: "own-question" });
  assert.equal(desk.bank.questions.at(-1).text, "Says who?");
  await say("column:turned");
  assert.equal(desk.bank.settings.columnClosed, true);
});

test("uses are logged only when switched on, and nothing is counted", async () => {
  const { book, desk } = await opened();
  const question = questions().find(({ key }) => key === "R-21");
  desk.use(question);
  desk.whatElse();
  await desk.queued(async () => {});
  assert.deepEqual(book.uses, []);
  desk.bank.settings.logUses = true;
  desk.use(question);
  desk.whatElse();
  await desk.queued(async () => {});
  assert.deepEqual(book.uses, [{ sessionId: 1, key: "R-21", intent: "evidence" }, { sessionId: 1, key: null, intent: "what_else" }]);
});
