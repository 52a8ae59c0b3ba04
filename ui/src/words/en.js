/** Every word on the screen, in English. One file per part of the book. */

import { agreement } from "./en/agreement.js";
import { between } from "./en/between.js";
import { book } from "./en/book.js";
import { clients } from "./en/clients.js";
import { common } from "./en/common.js";
import { copies } from "./en/copies.js";
import { erasing } from "./en/erasing.js";
import { everything } from "./en/everything.js";
import { giving, signing } from "./en/giving.js";
import { papers } from "./en/papers.js";
import { protection } from "./en/protection.js";
import { questions } from "./en/questions.js";
import { scans } from "./en/scans.js";
import { session } from "./en/session.js";
import { settings } from "./en/settings.js";
import { templates } from "./en/templates.js";

export const words = { agreement, between, book, clients, common, copies, erasing, everything, giving, papers, protection, questions, scans, session, settings, signing, templates };
