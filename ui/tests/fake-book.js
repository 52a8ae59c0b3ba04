/** The invented book behind the fake backend: ordinary, long, right-to-left and hostile names. */

const fields = (/** @type {string} */ displayName, more = {}) => ({
  displayName, legalName: null, preferredName: null, pronouns: null, language: null, email: null, phone: null, address: null, roleTitle: null,
  roleNow: null, background: null, sector: null, organisation: null, callLink: null, status: "active", largePrint: false, paperSize: null, ...more,
});

const programme = (/** @type {number} */ id, /** @type {number} */ clientId, /** @type {any} */ more, f = {}) => ({
  id, clientId, rev: 1, held: 0, planned: 6, agreement: "none", versionId: null, ...more,
  fields: { title: null, scope: null, fundedBy: null, startDate: null, endDate: null, plannedSessions: 6, sessionsBefore: null, sessionMinutes: 60, cadence: null, delivery: null, feeText: null, signedOnPaper: null, sponsor: null, sponsorContact: null, ...f },
});

const page = (/** @type {number} */ id, /** @type {string} */ name, more = {}, rest = {}) => ({
  client: { id, rev: 1, pseudonym: `C-${id}`, nameOnScreen: name.split(" ")[0], fields: fields(name, more) },
  engagements: [], timeline: [], openActions: [], people: [], strengths: [], resources: [], skills: [], sessions: [], ...rest,
});

const due = (/** @type {string|null} */ date, /** @type {string|null} */ text) => ({ kind: date ? "on" : "none", text, from: null, date, readFromWords: false });

export const HOSTILE = `<img src=x onerror="window.hit=1">`;

export function sampleBook() {
  const inDays = (/** @type {number} */ days, hour = 10) => {
    const at = new Date(Date.now() + days * 86_400_000);
    at.setHours(hour, 0, 0, 0);
    return at.toISOString();
  };
  const john = page(1, "John Doe", { roleTitle: "Team lead", organisation: "Northwind Logistics", email: "john@example.org", pronouns: "he/him" }, {
    lastSessionOn: inDays(-9).slice(0, 10), nextSessionAt: inDays(1, 14),
    engagements: [programme(11, 1, { held: 1, agreement: "signed", versionId: 21 }, { title: "Leading a new team", scope: "Arguments with Mr. X, and building rapport with the team.", cadence: "every two weeks", delivery: "video", feeText: "€120 a session", startDate: "2026-11-02", fundedBy: "self" })],
    openActions: [
      { id: 1, what: "email Mr. X: summary, case studies, benchmarks", due: due(inDays(3).slice(0, 10), "by Wednesday"), support: null, sessionId: 41 },
      { id: 2, what: "talk to manager, ask him into calls", due: due(null, null), support: null, sessionId: 41 },
      { id: 3, what: "note what calms me before calls", due: due(inDays(-2).slice(0, 10), null), support: "with Priya", sessionId: 41 },
    ],
    strengths: [{ id: 1, text: "Notices moods early", namedBy: "coach" }, { id: 2, text: "Stays with the facts", namedBy: "client" }],
    resources: [{ id: 1, text: "A former manager who listens" }], skills: [{ id: 1, text: "Disagreeing without breaking rapport" }],
    sessions: [
      { sessionId: 42, engagementId: 11, number: null, status: "planned", heldOn: null, plannedAt: inDays(1, 14), minutes: null },
      { sessionId: 41, engagementId: 11, number: 1, status: "completed", heldOn: inDays(-9).slice(0, 10), plannedAt: inDays(-9), minutes: 58 },
    ],
    timeline: [
      { at: inDays(1, 14), kind: "session", title: "", detail: "planned", sessionId: 42, versionId: null, engagementId: null },
      { at: inDays(-9), kind: "action", title: "email Mr. X: summary, case studies, benchmarks", detail: "open", sessionId: 41, versionId: null, engagementId: null },
      { at: inDays(-9), kind: "session", title: "", detail: "completed", sessionId: 41, versionId: null, engagementId: null },
      { at: inDays(-9).slice(0, 10), kind: "consent", title: "record_audio", detail: "refused", sessionId: 41, versionId: null, engagementId: null },
      { at: inDays(-12).slice(0, 10), kind: "agreement_signed", title: "1", detail: "signed", sessionId: null, versionId: 21, engagementId: null },
      { at: inDays(-14), kind: "agreement_issued", title: "1", detail: "signed", sessionId: null, versionId: 21, engagementId: null },
      { at: "2026-11-02", kind: "engagement", title: "Leading a new team", detail: null, sessionId: null, versionId: null, engagementId: 11 },
    ],
  });
  return {
    status: { state: "open", books: [{ uid: "b1", name: "Mara Lind", sample: false }], openUid: "b1", sample: false, recoveryConfirmed: false, needsNewPhrase: false, zone: "Europe/Berlin", restSeconds: 0 },
    phrase: "oat lantern river seven violet",
    phrases: ["oat lantern river seven violet quilt", "copper willow anchor thirty fable moss"],
    phraseAt: 0,
    copies: { folder: null, reachable: false, synced: false, sameDisk: false, newest: null, running: null, problem: null, checkedOn: null, checkDue: false, hasUndo: false, older: 0 },
    contents: { name: "Mara Lind", madeAt: "2026-11-20T16:03:00.000Z", clients: 25, sessions: 1, papers: 0, scans: 3, missingScans: 1, lastLineAt: "2026-11-20T15:58:00.000Z", alreadyHere: false },
    erasure: { pseudonym: "Client 001", beingMet: false, sessions: 12, notes: 48, results: 9, papers: 3, scans: 1, minutesKept: 750, copies: { folder: "/media/mara/STICK", reachable: true, made: 12, byHand: 1 }, earlierStates: true },
    erased: /** @type {any[]} */ ([]),
    outcome: { cleared: true, copied: true, copiesLeft: 13, earlierLeft: false },
    warnings: /** @type {any[]} */ ([]),
    hits: /** @type {Record<string, any[]>} */ ({}),
    clients: [
      john,
      page(2, "Ana Petrović", { roleTitle: "Product designer" }),
      page(3, "Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst", { roleTitle: "Chairwoman of the supervisory board of a rather long-named holding" }, { lastSessionOn: "2026-03-14", engagements: [programme(13, 3, { held: 4, agreement: "unsigned_long", versionId: 23 })] }),
      page(4, "ליאת כהן", { roleTitle: "רופאה" }, { engagements: [programme(14, 4, { held: 2, agreement: "draft", versionId: 24 })] }),
      page(5, HOSTILE),
      page(6, "K7", { status: "prospect" }),
      page(7, "José Ñandú", { status: "paused" }, { lastSessionOn: "2026-09-30", engagements: [programme(17, 7, { held: 5, planned: 8, agreement: "signed" })] }),
      page(8, "Old Friend", { status: "archived" }),
    ],
    today: {
      coachName: "Mara Lind",
      needsYou: [
        { kind: "recovery", text: "", clientId: null, engagementId: null, sessionId: null },
        { kind: "unsigned_agreement", text: "Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst", clientId: 3, engagementId: 13, sessionId: null },
        { kind: "follow_up", text: "John Doe", clientId: 1, engagementId: null, sessionId: 41 },
        { kind: "only_copy", text: "", clientId: null, engagementId: null, sessionId: null },
      ],
      running: null,
      upcoming: [
        { sessionId: 42, clientId: 1, name: "John Doe", plannedAt: inDays(1, 14), number: 2, planned: 6 },
        { sessionId: 43, clientId: 4, name: "ליאת כהן", plannedAt: inDays(2, 9), number: 3, planned: null },
      ],
      openActions: 3,
      sample: false,
    },
    practice: {
      coach: { legalName: "Mara Lind", businessName: "Lind Coaching", address: "Lindenweg 4\n10115 Berlin", email: "mara@example.org", phone: null, website: null },
      settings: { paperSize: "A4", paperLanguage: "en", idleLockMinutes: 10, recoveryConfirmed: false, stayOutOfSharing: true, textSize: 100, ownKeys: "", keepYears: 3 }, canStayOut: true, hearsTheSystem: true,
      look: { head: "split", accent: "#1e5b47", margins: "normal" }, printedAccent: "#1e5b47", hasLogo: false,
      answers: [{ key: "payment_terms", label: "Payment terms", value: "within 14 days of the invoice" }, { key: "notice_hours", label: "Notice in hours", value: "24" }],
    },
    sheet: sampleSheet(),
  };
}

function sampleSheet() {
  const text = (/** @type {string} */ words) => ({ type: "text", text: words });
  const gap = (/** @type {string} */ key, /** @type {string} */ label, /** @type {string|null} */ value = null, source = "typed", placeholder = "") => ({ type: "gap", key, label, placeholder, value, line: false, source });
  const clause = (/** @type {string} */ key, /** @type {string} */ heading, /** @type {any[]} */ parts, more = {}) => ({ key, heading, included: true, required: true, body: parts.map((part) => part.text ?? `{${part.key}}`).join(""), parts, columns: null, ...more });
  return {
    versionId: 24, engagementId: 14, clientId: 2, rev: 1, versionNo: 1, status: "draft", issuedAt: null, signedOn: null, title: "Coaching agreement", clientName: "Ana Petrović", versions: [{ versionId: 24, versionNo: 1, status: "draft", issuedAt: null, signedOn: null }],
    clauses: [
      clause("parties", "Parties", [text("This agreement is between "), gap("coach.legal_name", "Your name", "Mara Lind", "coach"), text(" (“the coach”) and "), gap("client.legal_name", "Client's full name", null, "client", "Ana Petrović"), text(" (“the client”). It starts on "), gap("effective_date", "First day", null, "typed", "1 December 2026"), text(".")]),
      clause("what_coaching_is", "What coaching is", [text("Coaching is a working conversation in which the client thinks through what they want, what is so, what they could do and what they will do. The coach brings structure, questions and attention.")]),
      clause("scope", "Scope", [text("The work concerns: "), gap("engagement.scope", "Scope", null, "engagement", "leading a new team"), text(". Either party may ask to change it; changes are written down.")]),
      clause("dos_and_donts", "What the coach does and does not do", [], { columns: { does: ["listen", "ask", "reflect back", "challenge with respect", "keep time", "help turn insight into steps"], doesNot: ["give solutions", "advise", "decide", "judge", "treat illness", "act as lawyer, financial adviser or therapist"] } }),
      clause("services", "Services", [gap("planned_sessions", "Sessions", "6", "engagement"), text(" sessions of "), gap("session_length", "Minutes", "60", "engagement"), text(" minutes, "), gap("cadence", "How often", null, "engagement", "every two weeks"), text(", held "), gap("delivery", "How", null, "engagement", "by video call"), text(".")]),
      clause("fees", "Fees", [gap("fee_text", "Fee", null, "engagement", "€120 a session"), text(". Payment is due "), gap("payment_terms", "Payment terms", "within 14 days of the invoice", "practice"), text(".")]),
      clause("supervision", "Supervision", [text("The coach is supervised and may discuss cases without names.")], { included: false, required: false }),
      clause("signatures", "Signatures", [text("Place, date, name in print and signature of each party.")]),
    ],
  };
}
