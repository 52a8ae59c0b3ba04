import { AgreementPage } from "./agreement-page.js";
import { ClientPage } from "./client-page.js";
import { ClientsPage } from "./clients-page.js";
import { NewPhrasePage } from "./new-phrase-page.js";
import { PaperPage } from "./paper-page.js";
import { PaperPreview } from "./paper-preview.js";
import { RecoveryPage } from "./recovery-page.js";
import { SettingsPage } from "./settings-page.js";
import { StartPage } from "./start-page.js";
import { TodayPage } from "./today-page.js";

/** @type {Record<string, CustomElementConstructor>} */
export const pages = {
  "agreement-page": AgreementPage,
  "client-page": ClientPage,
  "clients-page": ClientsPage,
  "new-phrase-page": NewPhrasePage,
  "paper-page": PaperPage,
  "paper-preview": PaperPreview,
  "recovery-page": RecoveryPage,
  "settings-page": SettingsPage,
  "start-page": StartPage,
  "today-page": TodayPage,
};
