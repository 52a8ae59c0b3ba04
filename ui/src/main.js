/** Registers every element, then hands the window to `<app-frame>`. */

import { AppFrame } from "./pages/app-frame.js";
import { elements } from "./elements/index.js";
import { sessionElements } from "./elements/session/index.js";
import { pages } from "./pages/index.js";
import { SessionPage } from "./pages/session-page.js";
import { WrapUpPage } from "./pages/wrap-up-page.js";
import { PrepPage } from "./pages/prep-page.js";
import { answerClosing, tellActivity } from "./lib/lifecycle.js";
import { guardKeys } from "./lib/window-keys.js";

const all = {
  ...elements,
  ...sessionElements,
  ...pages,
  "session-page": SessionPage,
  "wrap-up-page": WrapUpPage,
  "prep-page": PrepPage,
  "app-frame": AppFrame,
};
for (const [tag, element] of Object.entries(all)) customElements.define(tag, element);

guardKeys(document);
answerClosing();
tellActivity();
