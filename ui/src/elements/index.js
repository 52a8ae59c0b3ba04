import { AgreementClause } from "./agreement-clause.js";
import { AgreementSide } from "./agreement-side.js";
import { AppNotice } from "./app-notice.js";
import { BookProtection } from "./book-protection.js";
import { ClientList } from "./client-list.js";
import { ClauseForm } from "./clause-form.js";
import { ClientOverview } from "./client-overview.js";
import { ClientPlan } from "./client-plan.js";
import { ClientPrivacy } from "./client-privacy.js";
import { ClientSessions } from "./client-sessions.js";
import { ClauseOrder } from "./clause-order.js";
import { CopiesAside } from "./copies-aside.js";
import { CopyContents } from "./copy-contents.js";
import { CopyForm } from "./copy-form.js";
import { EngagementCard } from "./engagement-card.js";
import { EverythingList } from "./everything-list.js";
import { FactForm } from "./fact-form.js";
import { FieldPicker } from "./field-picker.js";
import { GapField } from "./gap-field.js";
import { HoursDays } from "./hours-days.js";
import { KeySettings } from "./key-settings.js";
import { LockRest } from "./lock-rest.js";
import { LogConsent } from "./log-consent.js";
import { NewBook } from "./new-book.js";
import { OnPaperForm } from "./on-paper-form.js";
import { PageThumbs } from "./paper/page-thumbs.js";
import { PaperFind } from "./paper/paper-find.js";
import { PaperPages } from "./paper/paper-pages.js";
import { PaperWarnings } from "./paper/paper-warnings.js";
import { PaperZoom } from "./paper/paper-zoom.js";
import { PaperList } from "./paper-list.js";
import { PaperLook } from "./paper-look.js";
import { PaperRow } from "./paper-row.js";
import { PracticeAnswers } from "./practice-answers.js";
import { PhraseChoice } from "./phrase-choice.js";
import { ProblemNote } from "./problem-note.js";
import { QuestionAsides } from "./question-asides.js";
import { QuestionSettings } from "./question-settings.js";
import { RecordReview } from "./record-review.js";
import { SaveStatus } from "./save-status.js";
import { SignPad } from "./sign-pad.js";
import { TabList } from "./tab-list.js";
import { TemplateEarlier } from "./template-earlier.js";
import { TemplateFilled } from "./template-filled.js";
import { TemplateHead } from "./template-head.js";
import { TemplatePart } from "./template-part.js";
import { TemplateSide } from "./template-side.js";
import { TimelineList } from "./timeline-list.js";
import { UnlockForm } from "./unlock-form.js";
import { WaitingNote } from "./waiting-note.js";

/** @type {Record<string, CustomElementConstructor>} */
export const elements = {
  "agreement-clause": AgreementClause,
  "agreement-side": AgreementSide,
  "app-notice": AppNotice,
  "book-protection": BookProtection,
  "client-list": ClientList,
  "clause-form": ClauseForm,
  "client-overview": ClientOverview,
  "client-plan": ClientPlan,
  "client-privacy": ClientPrivacy,
  "client-sessions": ClientSessions,
  "clause-order": ClauseOrder,
  "copies-aside": CopiesAside,
  "copy-contents": CopyContents,
  "copy-form": CopyForm,
  "engagement-card": EngagementCard,
  "everything-list": EverythingList,
  "fact-form": FactForm,
  "field-picker": FieldPicker,
  "gap-field": GapField,
  "hours-days": HoursDays,
  "key-settings": KeySettings,
  "lock-rest": LockRest,
  "log-consent": LogConsent,
  "new-book": NewBook,
  "on-paper-form": OnPaperForm,
  "page-thumbs": PageThumbs,
  "paper-find": PaperFind,
  "paper-list": PaperList,
  "paper-look": PaperLook,
  "paper-pages": PaperPages,
  "paper-row": PaperRow,
  "paper-warnings": PaperWarnings,
  "paper-zoom": PaperZoom,
  "practice-answers": PracticeAnswers,
  "phrase-choice": PhraseChoice,
  "problem-note": ProblemNote,
  "question-asides": QuestionAsides,
  "question-settings": QuestionSettings,
  "record-review": RecordReview,
  "save-status": SaveStatus,
  "sign-pad": SignPad,
  "tab-list": TabList,
  "template-earlier": TemplateEarlier,
  "template-filled": TemplateFilled,
  "template-head": TemplateHead,
  "template-part": TemplatePart,
  "template-side": TemplateSide,
  "timeline-list": TimelineList,
  "unlock-form": UnlockForm,
  "waiting-note": WaitingNote,
};
