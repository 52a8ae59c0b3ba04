/** Registers what the first screen needs and hands the window to `<app-frame>`; every other screen comes right after it. */

import { AppNotice } from "./elements/app-notice.js";
import { CopyForm } from "./elements/copy-form.js";
import { LockRest } from "./elements/lock-rest.js";
import { NewBook } from "./elements/new-book.js";
import { PhraseChoice } from "./elements/phrase-choice.js";
import { ProblemNote } from "./elements/problem-note.js";
import { UnlockForm } from "./elements/unlock-form.js";
import { WaitingNote } from "./elements/waiting-note.js";
import { answerClosing, tellActivity } from "./lib/lifecycle.js";
import { bringOtherScreens } from "./lib/other-screens.js";
import { guardKeys } from "./lib/window-keys.js";
import { AppFrame } from "./pages/app-frame.js";
import { StartPage } from "./pages/start-page.js";

const first = {
  "app-notice": AppNotice,
  "copy-form": CopyForm,
  "lock-rest": LockRest,
  "new-book": NewBook,
  "phrase-choice": PhraseChoice,
  "problem-note": ProblemNote,
  "unlock-form": UnlockForm,
  "waiting-note": WaitingNote,
  "start-page": StartPage,
  "app-frame": AppFrame,
};
for (const [tag, element] of Object.entries(first)) customElements.define(tag, element);

guardKeys(document);
answerClosing();
tellActivity();

// Once the first screen is drawn: while the phrase is typed and checked there is time for the others. A window that is not
// drawn, because nobody sees it, asks for them when it needs one (`AppFrame`), and says when they do not come.
requestAnimationFrame(() => setTimeout(() => bringOtherScreens().catch(() => {})));
