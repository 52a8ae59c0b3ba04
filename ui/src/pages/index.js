import { AccessPage } from "./access-page.js";
import { AgreementPage } from "./agreement-page.js";
import { ChangePhrasePage } from "./change-phrase-page.js";
import { ClientPage } from "./client-page.js";
import { ClientsPage } from "./clients-page.js";
import { EraseClient } from "./erase-client.js";
import { EverythingDialog } from "./everything-dialog.js";
import { FirstPage } from "./first-page.js";
import { GiveCopy } from "./give-copy.js";
import { GivenList } from "./given-list.js";
import { GonePage } from "./gone-page.js";
import { KeychainPage } from "./keychain-page.js";
import { NewCodePage } from "./new-code-page.js";
import { NewPhrasePage } from "./new-phrase-page.js";
import { PaperPage } from "./paper-page.js";
import { PaperPreview } from "./paper-preview.js";
import { PracticePapersPage } from "./practice-papers-page.js";
import { PrepPage } from "./prep-page.js";
import { RecoveryPage } from "./recovery-page.js";
import { SafetyCopies } from "./safety-copies.js";
import { ScanList } from "./scan-list.js";
import { ScanPage } from "./scan-page.js";
import { ScanView } from "./scan-view.js";
import { SessionPage } from "./session-page.js";
import { SettingsPage } from "./settings-page.js";
import { SignPage } from "./sign-page.js";
import { SponsorPage } from "./sponsor-page.js";
import { StartPage } from "./start-page.js";
import { TemplatePage } from "./template-page.js";
import { TemplatesPage } from "./templates-page.js";
import { TodayPage } from "./today-page.js";
import { WrapUpPage } from "./wrap-up-page.js";

/** @type {Record<string, CustomElementConstructor>} */
export const pages = {
  "access-page": AccessPage,
  "agreement-page": AgreementPage,
  "change-phrase-page": ChangePhrasePage,
  "client-page": ClientPage,
  "clients-page": ClientsPage,
  "erase-client": EraseClient,
  "everything-dialog": EverythingDialog,
  "first-page": FirstPage,
  "give-copy": GiveCopy,
  "given-list": GivenList,
  "gone-page": GonePage,
  "keychain-page": KeychainPage,
  "new-code-page": NewCodePage,
  "new-phrase-page": NewPhrasePage,
  "paper-page": PaperPage,
  "paper-preview": PaperPreview,
  "practice-papers-page": PracticePapersPage,
  "prep-page": PrepPage,
  "recovery-page": RecoveryPage,
  "safety-copies": SafetyCopies,
  "scan-list": ScanList,
  "scan-page": ScanPage,
  "scan-view": ScanView,
  "session-page": SessionPage,
  "settings-page": SettingsPage,
  "sign-page": SignPage,
  "sponsor-page": SponsorPage,
  "start-page": StartPage,
  "template-page": TemplatePage,
  "templates-page": TemplatesPage,
  "today-page": TodayPage,
  "wrap-up-page": WrapUpPage,
};
