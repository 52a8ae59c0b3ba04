import { ActionEditor } from "./action-editor.js";
import { BelongsPanel } from "./belongs-panel.js";
import { ClosingPanel } from "./closing-panel.js";
import { CoverPage } from "./cover-page.js";
import { EndedBefore } from "./ended-before.js";
import { FocusCard } from "./focus-card.js";
import { FocusStrip } from "./focus-strip.js";
import { GapAsks } from "./gap-asks.js";
import { FromLastTime } from "./from-last-time.js";
import { PriorActions } from "./prior-actions.js";
import { TopicStanding } from "./topic-standing.js";
import { WaitingTopics } from "./waiting-topics.js";
import { GrowSidebar } from "./grow-sidebar.js";
import { KeptField } from "./kept-field.js";
import { NoteStream } from "./note-stream.js";
import { OpeningPanel } from "./opening-panel.js";
import { OwnQuestion } from "./own-question.js";
import { PickList } from "./pick-list.js";
import { QuestionBank } from "./question-bank.js";
import { QuestionsUsed } from "./questions-used.js";
import { RecordingAsks } from "./recording-asks.js";
import { ResultsDrawer } from "./results-drawer.js";
import { SessionBar } from "./session-bar.js";
import { SessionMenu } from "./session-menu.js";
import { SessionStatus } from "./session-status.js";
import { StandingMarks } from "./standing-marks.js";
import { TopicChips } from "./topic-chips.js";
import { WhoWillKnow } from "./who-will-know.js";
import { WordsList } from "./words-list.js";
import { WrapCourse } from "./wrap-course.js";
import { WrapLines } from "./wrap-lines.js";
import { WrapNext } from "./wrap-next.js";
import { WritingLine } from "./writing-line.js";

/** @type {Record<string, CustomElementConstructor>} */
export const sessionElements = {
  "action-editor": ActionEditor,
  "belongs-panel": BelongsPanel,
  "closing-panel": ClosingPanel,
  "cover-page": CoverPage,
  "ended-before": EndedBefore,
  "focus-card": FocusCard,
  "focus-strip": FocusStrip,
  "gap-asks": GapAsks,
  "from-last-time": FromLastTime,
  "prior-actions": PriorActions,
  "topic-standing": TopicStanding,
  "waiting-topics": WaitingTopics,
  "grow-sidebar": GrowSidebar,
  "kept-field": KeptField,
  "note-stream": NoteStream,
  "opening-panel": OpeningPanel,
  "own-question": OwnQuestion,
  "pick-list": PickList,
  "question-bank": QuestionBank,
  "questions-used": QuestionsUsed,
  "recording-asks": RecordingAsks,
  "results-drawer": ResultsDrawer,
  "session-bar": SessionBar,
  "session-menu": SessionMenu,
  "session-status": SessionStatus,
  "standing-marks": StandingMarks,
  "topic-chips": TopicChips,
  "who-will-know": WhoWillKnow,
  "words-list": WordsList,
  "wrap-course": WrapCourse,
  "wrap-lines": WrapLines,
  "wrap-next": WrapNext,
  "writing-line": WritingLine,
};
