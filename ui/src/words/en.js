/** Every word on the screen, in English. One file per part of the book. */

import { agreement } from "./en/agreement.js";
import { book } from "./en/book.js";
import { clients } from "./en/clients.js";
import { common } from "./en/common.js";
import { papers } from "./en/papers.js";
import { session } from "./en/session.js";
import { settings } from "./en/settings.js";

export const words = { agreement, book, clients, common, papers, session, settings };
