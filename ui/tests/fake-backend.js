/** A book in memory that answers the transport. `over` replaces or adds answers; `seed` is where it begins. */

import { sampleBook } from "./fake-book.js";
import { templateAnswers } from "./fake-templates.js";

/** @param {string} code @param {string} message @param {string} hint */
export const refusal = (code, message, hint) => ({ code, message, hint });

const SVG = (/** @type {number} */ page) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/>
  <text x="64" y="96" font-size="20" font-family="sans-serif">Page ${page + 1}</text>${Array.from({ length: 24 }, (_, i) => `<rect x="64" y="${130 + i * 24}" width="${i % 5 === 4 ? 220 : 467}" height="3" fill="#888"/>`).join("")}</svg>`;

/** @param {{seed?: any, over?: Record<string, (args: any, book: any) => any>}} [options] */
export function fakeBackend({ seed = {}, over = {} } = {}) {
  const book = { ...sampleBook(), ...seed };
  /** @type {[string, any][]} */
  const calls = [];
  /** @type {Map<string, (payload: any) => void>} */
  const heard = new Map();
  const answers = { ...answersOf(book), ...over };
  return {
    book,
    calls,
    /** @param {string} name @param {any} args */
    async call(name, args) {
      calls.push([name, args]);
      const answer = /** @type {Record<string, any>} */ (answers)[name];
      if (!answer) throw refusal("unknown", `The book does not know ${name}.`, "");
      const result = await answer(args, book);
      return result instanceof ArrayBuffer ? result : structuredClone(result ?? null);
    },
    /** @param {string} event @param {(payload: any) => void} listener */
    async listen(event, listener) {
      heard.set(event, listener);
      return () => heard.delete(event);
    },
    /** @param {string} event */
    say: (event) => heard.get(event)?.(null),
  };
}

/** @param {any} book @returns {Record<string, (args: any) => any>} */
function answersOf(book) {
  const status = () => ({ ...book.status });
  const open = (/** @type {any} */ more = {}) => Object.assign(book.status, { state: "open", sample: false, openUid: "b1", needsNewPhrase: false }, more) && status();
  const wrongPhrase = () => refusal("wrong_phrase", "That is not the phrase of this book.", "Look at spaces and spelling, or use the code on your recovery sheet.");
  const client = (/** @type {number} */ id) => book.clients.find((/** @type {any} */ one) => one.client.id === id);
  return {
    book_status: status,
    note_activity: () => null,
    confirm_close: () => null,
    lock_ready: () => null,
    suggest_phrase: () => ({ phrase: book.phrases[book.phraseAt++ % book.phrases.length] }),
    judge_phrase: ({ phrase }) => {
      const kinds = new Set(phrase.trim().split(/\s+/)).size;
      return { strong: kinds >= 5, guessesLog10: kinds * 3, advice: kinds >= 5 ? "" : "Add words that have nothing to do with each other." };
    },
    create_book: ({ coachName, phrase }) => {
      book.phrase = phrase;
      book.practice.coach.legalName = coachName;
      return open({ recoveryConfirmed: false, books: [{ uid: "b1", name: coachName, sample: false }] });
    },
    open_sample: () => open({ sample: true }),
    remove_sample: () => Object.assign(book.status, { state: "none", sample: false }) && status(),
    unlock_book: ({ phrase }) => {
      if (phrase !== book.phrase) throw wrongPhrase();
      return open();
    },
    unlock_with_code: () => open({ needsNewPhrase: true }),
    set_new_phrase: () => ({ reached: 0, left: [], away: null }),
    change_phrase: ({ present, phrase }) => {
      if (present !== book.phrase) throw wrongPhrase();
      book.phrase = phrase;
      return { away: book.copies.folder != null && !book.copies.reachable ? book.copies.folder : null, reached: 1, left: [{ fileName: "before.coachbook", why: "This safety copy is from before your recovery code was changed." }] };
    },
    renew_code: ({ phrase }) => {
      if (phrase !== book.phrase) throw wrongPhrase();
      open({ recoveryConfirmed: false });
      return { copied: book.copies.folder != null, notCopied: false, older: book.copies.older };
    },
    open_safety_copy: () => open(),
    safety_copies: () => book.copies,
    look_into_safety_copy: ({ secret }) => {
      if (secret !== book.phrase) throw refusal("wrong_phrase", "That is not the phrase of this book.", "Look at spaces and spelling, or use the code on your recovery sheet.");
      return book.contents;
    },
    check_newest_copy: () => book.contents,
    choose_copies_folder: () => Object.assign(book.copies, { folder: "/media/mara/STICK", reachable: true, newest: { madeAt: new Date().toISOString(), sequence: 1, bytes: 2_400_000, lostScans: 0, isCurrent: true }, checkedOn: new Date().toISOString().slice(0, 10) }),
    leave_copies_folder: () => Object.assign(book.copies, { folder: null, newest: null, checkedOn: null }),
    set_copies_synced: ({ synced }) => Object.assign(book.copies, { synced }),
    copy_now: () => Object.assign(book.copies, { running: null }),
    forget_older_copies: () => Object.assign(book.copies, { older: 0 }),
    forget_undo: () => Object.assign(book.copies, { hasUndo: false }),
    undo_restore: () => Object.assign(book.status, { state: "locked", openUid: null, books: book.status.books.map((/** @type {any} */ one) => ({ ...one, hasUndo: true })) }) && status(),
    write_safety_copy: () => ({ fileName: "Coachbook 2026-11-22.coachcopy" }),
    lock_book: () => void (book.status.state = "locked"),
    recovery_groups: () => ({ first: 3, second: 7 }),
    confirm_recovery: ({ first, second }) => {
      if (first.text.toUpperCase() !== "ABCD" || second.text.toUpperCase() !== "WXYZ") throw refusal("groups_differ", "The groups are not the ones on the sheet.", "Read groups 3 and 7 from the paper once more.");
      return { confirmed: true };
    },
    today: () => book.today,
    get_practice: () => book.practice,
    save_practice: ({ coach, settings }) => Object.assign(book.practice, { coach, settings }),
    save_paper_look: ({ look }) => Object.assign(book.practice, { look, printedAccent: look.accent === "#ffe040" ? "#806f1f" : look.accent }),
    choose_logo: () => ({ practice: Object.assign(book.practice, { hasLogo: true }), drawing: null }),
    remove_logo: () => Object.assign(book.practice, { hasLogo: false }),
    restore_logo: () => Object.assign(book.practice, { hasLogo: true }),
    practice_papers: () => ({ listed: 2, leftOff: 1, payNotSaid: 1, active: 5, continuityPrinted: "2026-11-02", changedSince: 2 }),
    save_hours_csv: () => ({ fileName: "2026-11-22_hours-log.csv" }),
    records_naming: () => book.naming ?? [],
    review_record: ({ review }) => ((book.naming.find((/** @type {any} */ { key }) => key === review.key).review = review), null),
    save_access_file: () => ({ fileName: "2026-11-22_your-data.json" }),
    about: () => ({ version: "0.1.0", licence: "MIT OR Apache-2.0", notices: "lit-html 3.3.3\nBSD-3-Clause\n\n".repeat(12), sqlite: "3.50.4", sqlcipher: "4.10.0" }),
    list_scans: () => [],
    client_scans: () => [],
    given_papers: () => ({ papers: [], outstanding: [] }),
    list_clients: () => book.clients.map(rowOf),
    get_client: ({ clientId }) => {
      const found = client(clientId);
      if (!found) throw refusal("not_found", "That is not in your book any more.", "It was removed or erased. What there is stands under Today and Clients.");
      return found;
    },
    erased_clients: () => book.erased,
    erasure_sheet: () => book.erasure,
    erase_client: ({ clientId, named }) => {
      const { fields, nameOnScreen, pseudonym } = client(clientId).client;
      if (![fields.displayName, nameOnScreen].some((name) => name.toLowerCase() === named.trim().toLowerCase())) {
        throw refusal("other_name", "That is not the name of this client.", "Type the name as it stands above the field. Nothing was erased.");
      }
      book.clients = book.clients.filter((/** @type {any} */ one) => one.client.id !== clientId);
      book.erased.push({ pseudonym, erasedAt: "2026-03-04T09:00:00.000Z" });
      return book.outcome;
    },
    save_client: ({ clientId, fields }) => {
      const known = client(clientId) ?? newClient(book);
      Object.assign(known.client, { rev: known.client.rev + 1, fields, nameOnScreen: fields.preferredName ?? fields.displayName });
      return known.client;
    },
    archive_client: ({ clientId }) => void (client(clientId).client.fields.status = "archived"),
    restore_client: ({ clientId }) => void (client(clientId).client.fields.status = "active"),
    save_engagement: ({ engagementId, clientId, fields }) => {
      const page = client(clientId);
      let one = page.engagements.find((/** @type {any} */ { id }) => id === engagementId);
      if (!one) page.engagements.unshift((one = { id: 900 + page.engagements.length, clientId, rev: 0, held: 0, planned: null, agreement: "none", versionId: null }));
      return Object.assign(one, { fields, rev: one.rev + 1, planned: fields.plannedSessions });
    },
    plan_session: () => ({ sessionId: 77 }),
    start_session: () => ({ frame: { session: { id: 41 } }, notes: [] }),
    ...agreementAnswers(book),
    ...templateAnswers(book),
    preview_paper: ({ paper }) => ({ token: 1, pages: paper.kind === "agreement" ? 3 : 1, suggestedName: "Paper 2026-11-22.pdf", width: 595.28, height: 841.89, warnings: book.warnings, frozen: book.sheet.status !== "draft" }),
    find_in_paper: ({ words }) => (book.hits[words] ?? []),
    print_paper: () => null,
    paper_page: ({ page }) => new TextEncoder().encode(SVG(page)).buffer,
    save_paper: () => ({ fileName: "Paper 2026-11-22.pdf" }),
    paper_text: () => ({ text: "What became clear" }),
    copy_text: () => null,
  };
}

/** @param {any} book @returns {Record<string, (args: any) => any>} */
function agreementAnswers(book) {
  const gaps = (/** @type {string} */ key) => book.sheet.clauses.flatMap((/** @type {any} */ { parts }) => parts).filter((/** @type {any} */ part) => part.key === key);
  const sheet = () => {
    const { clauses, status } = book.sheet;
    const open = clauses.filter((/** @type {any} */ { included }) => included).flatMap((/** @type {any} */ { parts }) => parts).filter((/** @type {any} */ part) => part.type === "gap" && !part.value && !part.line);
    const missing = [...new Map(open.map((/** @type {any} */ { key, label }) => [key, { key, label }])).values()];
    return { ...book.sheet, missing: status === "draft" ? missing : [] };
  };
  const clause = (/** @type {string} */ wanted) => book.sheet.clauses.find((/** @type {any} */ { key }) => key === wanted);
  const set = (/** @type {string} */ key, /** @type {any} */ change) => (gaps(key).forEach((/** @type {any} */ gap) => Object.assign(gap, change)), sheet());
  return {
    open_agreement: sheet,
    fill_gap: ({ key, value }) => set(key, { value, line: false }),
    leave_gap_as_line: ({ key }) => set(key, { value: null, line: true }),
    clear_gap: ({ key }) => set(key, { value: null, line: false }),
    include_clause: ({ key, included }) => ((clause(key).included = included), sheet()),
    move_clause: ({ key, to }) => {
      const { clauses } = book.sheet;
      clauses.splice(to, 0, ...clauses.splice(clauses.indexOf(clause(key)), 1));
      return sheet();
    },
    save_clause: ({ key, heading, body }) => (Object.assign(clause(key), { heading, body, parts: [{ type: "text", text: body }] }), sheet()),
    add_clause: ({ heading, body }) => (book.sheet.clauses.push({ key: `own:${book.sheet.clauses.length}`, heading, body, included: true, required: false, columns: null, parts: [{ type: "text", text: body }] }), sheet()),
    issue_agreement: () => (Object.assign(book.sheet, { status: "issued", issuedAt: new Date().toISOString() }), sheet()),
    mark_signed: ({ on }) => (Object.assign(book.sheet, { status: "signed", signedOn: on }), sheet()),
    start_next_version: () => {
      const { versionId, versionNo, issuedAt, signedOn } = book.sheet;
      book.sheet.versions = [{ versionId: versionId + 1, versionNo: versionNo + 1, status: "draft", issuedAt: null, signedOn: null }, { versionId, versionNo, status: "signed", issuedAt, signedOn }];
      return Object.assign(book.sheet, { versionId: versionId + 1, versionNo: versionNo + 1, status: "draft", issuedAt: null, signedOn: null }) && sheet();
    },
  };
}

/** @param {any} page */
function rowOf({ client, engagements, openActions, lastSessionOn = null, nextSessionAt = null }) {
  const [engagement] = engagements;
  return {
    id: client.id, rev: client.rev, name: client.fields.displayName, nameOnScreen: client.nameOnScreen, roleTitle: client.fields.roleTitle, status: client.fields.status,
    openActions: openActions.length, lastSessionOn, nextSessionAt, engagementId: engagement?.id ?? null, held: engagement?.held ?? 0,
    planned: engagement?.planned ?? null, agreement: engagement?.agreement ?? "none",
  };
}

/** @param {any} book */
function newClient(book) {
  const page = { client: { id: 500 + book.clients.length, rev: 0, pseudonym: "C-9", nameOnScreen: "", fields: {} }, engagements: [], timeline: [], openActions: [], people: [], strengths: [], resources: [], skills: [], sessions: [] };
  book.clients.push(page);
  return page;
}
