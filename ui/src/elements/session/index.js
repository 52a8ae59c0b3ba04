import { ActionEditor } from "./action-editor.js";
import { ClosingPanel } from "./closing-panel.js";
import { CoverPage } from "./cover-page.js";
import { FocusCard } from "./focus-card.js";
import { FocusStrip } from "./focus-strip.js";
import { GrowSidebar } from "./grow-sidebar.js";
import { KeptField } from "./kept-field.js";
import { NoteStream } from "./note-stream.js";
import { OpeningPanel } from "./opening-panel.js";
import { PickList } from "./pick-list.js";
import { QuestionBank } from "./question-bank.js";
import { RecordingAsks } from "./recording-asks.js";
import { ResultsDrawer } from "./results-drawer.js";
import { SessionBar } from "./session-bar.js";
import { SessionMenu } from "./session-menu.js";
import { SessionStatus } from "./session-status.js";
import { StandingMarks } from "./standing-marks.js";
import { TopicChips } from "./topic-chips.js";
import { WhoWillKnow } from "./who-will-know.js";
import { WordsList } from "./words-list.js";
import { WrapLines } from "./wrap-lines.js";
import { WrapNext } from "./wrap-next.js";
import { WritingLine } from "./writing-line.js";

/** @type {Record<string, CustomElementConstructor>} */
export const sessionElements = {
  "action-editor": ActionEditor,
  "closing-panel": ClosingPanel,
  "cover-page": CoverPage,
  "focus-card": FocusCard,
  "focus-strip": FocusStrip,
  "grow-sidebar": GrowSidebar,
  "kept-field": KeptField,
  "note-stream": NoteStream,
  "opening-panel": OpeningPanel,
  "pick-list": PickList,
  "question-bank": QuestionBank,
  "recording-asks": RecordingAsks,
  "results-drawer": ResultsDrawer,
  "session-bar": SessionBar,
  "session-menu": SessionMenu,
  "session-status": SessionStatus,
  "standing-marks": StandingMarks,
  "topic-chips": TopicChips,
  "who-will-know": WhoWillKnow,
  "words-list": WordsList,
  "wrap-lines": WrapLines,
  "wrap-next": WrapNext,
  "writing-line": WritingLine,
};
