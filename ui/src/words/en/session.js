/** Words of the session workspace, wrap-up and prep (EXPERIENCE 3, 4 and 6). */

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const session = {
  title: "Session",
  line: "Writing line",
  notes: "Notes",
  empty: "Type key words, Enter keeps them. ! insight, > action, \" their words. The rest can wait ten minutes.",
  earlier: "Earlier lines",
  loading: "Opening the session",
  of: (/** @type {number|null} */ number, /** @type {number|null} */ planned) =>
    number == null ? "" : planned ? `${number} of ${planned}` : String(number),
  editing: "editing",
  editingThis: (/** @type {string} */ at) => `editing ${at}`,
  phaseNow: (/** @type {string} */ label) => `${label} now`,
  phaseIs: (/** @type {string} */ label) => `Phase ${label}`,
  shared: "shared",
  mine: "mine",
  mineMeans: "Mine means: never on a paper for the client or a sponsor. If the client asks for their data, it is part of the answer.",

  phases: { OPEN: "Opening", G: "Goal", R: "Reality", O: "Options", W: "Way forward", CLOSE: "Closing" },
  kinds: {
    arrival: "arrival", feeling: "feeling", assumption: "belief", evidence: "evidence", lessSure: "less sure", exception: "was different",
    past_success: "worked before", perspective: "other view", pattern: "pattern", obstacle: "obstacle", option: "option",
    check_in: "check-in", coach_observation: "I noticed", question_asked: "question", insight: "insight", action: "action", words: "their words",
    strength: "strength", skill: "skill to build", resource: "kept",
  },
  beliefs: { held: "held", loosened: "less sure", dropped: "let go" },
  slots: {
    topic: "Topic", wanted_result: "Wants from today", importance: "Why it matters", measure: "We’ll know by",
    need_to_address: "Needs looking at", present_state: "How it is now", state_after: "How it is now",
    due: "by when", support: "with", accountability: "who will know",
  },

  clock: {
    left: (/** @type {number} */ minutes) => `${minutes} min left`,
    over: (/** @type {number} */ minutes) => `${minutes} min over`,
    elapsed: (/** @type {string} */ time) => `${time} so far`,
    none: "Clock",
    change: "Change what the clock shows",
  },
  bar: {
    topics: "Topics", addTopic: "Add a topic", newTopic: "New topic", now: "now", untouched: "not yet touched", worked: "worked",
    recording: "Recording", notRecording: "Not recording", cover: "Cover", more: "More",
  },
  menu: {
    heldOn: "Held on", date: "Date", time: "Time", pause: "Pause", resume: "Go on", skip: "Skip the opening", lock: "Lock",
    recording: "Ask for recording", strip: "Strip and back", opening: "Opening list", people: "People", leave: "Leave for now",
    privateView: "Private view",
    privateHonest: "The window asks to stay out of screen sharing. Not every system obeys; share one window, not the whole screen.",
  },
  status: {
    actions: (/** @type {number} */ count) => counted(count, "action", "actions"),
    insights: (/** @type {number} */ count) => counted(count, "insight", "insights"),
    checkIn: "Check-in", close: "Close session", paused: "Paused", results: "Results of this session",
    wrapUp: "Wrap up",
  },
  questions: {
    title: "Questions", whatElse: "What else?", all: "All questions", few: "Questions", find: "Find a question", phase: "Phase",
    intent: "Intent", every: "every", none: "No question with these words.", done: "Back to the notes", say: "to say",
    own: "Your own question: Enter keeps it", hideColumn: "Close the column", showColumn: "Open the column",
    intents: {
      what_else: "what else", past_success: "worked before", exception: "was different", assumption: "belief", need_to_address: "needs looking at",
      outcome: "wants", measure: "we’ll know by", success_check: "measures", surfacing: "check-in", past_success_transfer: "worked before, again",
      perspective: "other view", return_topic: "back to a topic", review_actions: "actions since last time", skill_plan: "plan for a skill",
    },
    intent_of: (/** @type {string} */ key) => key.replaceAll("_", " "),
  },
  lists: {
    topics: "Topics", questions: "Questions", people: "People", letters: "Letters",
    newTopic: (/** @type {string} */ title) => `New topic “${title}”`,
    newPerson: (/** @type {string} */ alias) => `New person “${alias}”`,
  },
  letters: {
    i: "insight", a: "action", o: "option", b: "belief", l: "less sure", x: "was different", p: "worked before", v: "other view",
    f: "feeling", n: "I noticed", q: "their words", g: "strength", k: "skill to build", r: "worked before, to keep", w: "who will know", j: "with",
    s: "share / keep mine", t: "topic", d: "leave out", c: "check-in", y: "anything else", e: "close", z: "pause",
  },
  legend: { words: "! insight   > action   \" their words", label: "Marks" },
  leftOut: "Left out",
  backAgain: "Taken back",

  focus: {
    title: "Focus for today", open: "Focus for today", wants: "Wants", knowBy: "We’ll know by", empty: "Nothing noted yet",
    measure: "We’ll know by", how: "How you’ll know", fold: "Fold", remove: (/** @type {string} */ text) => `Remove “${text}”`,
    hint: "Enter keeps and goes on, Esc leaves.", shortName: "Short name", edit: (/** @type {string} */ text) => `Change “${text}”`,
  },

  opening: {
    title: "Opening", oneLine: "Reminded of role and confidentiality", does: "I will", doesNot: "I will not", scope: "Scope", limits: "Limits of confidentiality",
    noLimits: "The agreement names none.",
    noAgreement: "No signed agreement", printNow: "Print now", goOn: "Continue", said: "Said and asked", client: "The client’s answer", agreed: "Client agreed",
    onPaper: (/** @type {string} */ on) => `Signed on paper on ${on}`,
    version: (/** @type {number} */ no, /** @type {string|null} */ on) => (on ? `Agreement version ${no}, signed ${on}` : `Agreement version ${no}`),
    done: "To the focus", skip: "Skip", arrival: "How they arrive",
    checks: {
      role_restated: "My role as a coach", agreement_referred_to: "The agreement and its scope", no_advice_restated: "No solutions, no advice",
      confidentiality_restated: "What is said stays between us", confidentiality_limits_stated: "The limits of confidentiality",
      recording_consent_asked: "Recording asked", ready_confirmed: "Ready to begin",
    },
  },
  recording: {
    title: "Recording", ask: "Ask for recording", record: "May I record?", share: "May I share it?", yes: "Yes", no: "No", notAsked: "Not asked",
    recipient: "With whom", limit: "Only for", quote: "Words of the answer", identity: "Client named", third: "Other people named", named: "Named",
    notNamed: "Not named", notSaid: "Not said", until: "Kept until", withdrawal: "Withdrawal explained", explained: "Explained", notExplained: "Not explained",
    keep: "Keep the answer", print: "Print the consent", withdraw: "Withdraw", withdrawn: "Withdrawn", refused: "Refused", granted: "Agreed",
    purposes: { record_audio: "Recording", record_video: "Video recording", share_recording: "Sharing the recording", share_transcript: "Sharing the transcript", list_in_hours_log: "Hours log" },
    noUntil: "No date until when it is kept", noWithdrawal: "Withdrawal not explained", back: "Back",
    names: "Names spoken in the sound are not removed by this app.",
  },

  results: {
    title: "Actions and more", actions: "Actions", what: "What", due: "By when", with: "With", verb: "Said as", sign: "Seen to work when", obstacle: "What may get in the way",
    after: "After", noAction: "No open actions. They come from what clients say they will do.", read: "read from your words", seen: "Right as read", noDate: "no date", addAction: "Add an action",
    insights: "What became clear", addInsight: "Add an insight", strengths: "Strengths", addStrength: "Add a strength", skills: "Skills to build", addSkill: "Add a skill",
    resources: "What worked before", addResource: "Add what worked before", people: "People", addPerson: "Add a person", relation: "Who they are",
    whoWillKnow: "Who will know", nobodyYet: "nobody yet", addWho: "Add who will know", how: "In what way", howOften: "How often", kinds: { person: "A person", tracker: "A list or tracker", coach: "The coach", self: "The client alone" },
    covers: "About", theirWords: "Their words", namedBy: "Named by", named: { client: "Client", coach: "Coach", assessment: "Assessment" },
    options: "Options", chosen: (/** @type {string} */ text) => `Will do: ${text}`, remove: (/** @type {string} */ text) => `Remove “${text}”`,
    share: "Shared", more: "More", less: "Less", open: (/** @type {string} */ what) => `${what} open`, close: "Back to the notes",
    stands: "How it stands",
    change: (/** @type {string} */ text) => `Change “${text}”`, kind: "Kind", nothingAfter: "nothing before it",
  },

  closing: {
    title: "Closing", measures: "Measures", keys: "m met · p partly · n not · - not asked · g goes on · w client will write · e end", wants: "Wants from today", stateAfter: "How it is now",
    anythingElse: "Anything else", next: "Next session", date: "Date", time: "Time", clientWrites: "Client will write", end: "End", forNextTime: "For next time",
    forNextTimeHint: "Yours alone; first on the next prep page.", ended: "The session has ended.", later: "Later today", wrapUp: "Wrap up now", words: "The client’s words",
    who: "Who said so", goOn: "Back to the session", noMeasures: "No measure was named.",
    results: { met: "Met", partly: "Partly", not_met: "Not met", not_asked: "Not asked", carried_forward: "Goes on" },
    assessed: { client_asked: "Asked, the client said so", client_volunteered: "Unasked, the client said so", coach: "From my notes" },
    clientWritesWhat: "Write to schedule the next session",
  },

  cover: { label: "Covered", hint: (/** @type {string} */ key) => `Ctrl+${key} uncovers` },

  wrapUp: {
    title: "Wrap-up", lines: "Lines", clear: "What became clear", actions: "Actions", standing: "How it stands", next: "Next", summary: "Session summary",
    openCount: (/** @type {number} */ count) => (count ? `${count} open` : ""),
    linesEmpty: "You wrote nothing, and that is fine. What became clear, and what will they do?", writeThree: "Write three lines",
    keys: "↑ ↓ move · Enter edits · Esc leaves · letters change the kind · 1–4 set the phase, with Shift+↑ ↓ over a range",
    lettersOn: "Letters act", finish: "Finish", finished: "Finished", reopen: "Reopen", preview: "Preview", print: "Print", copy: "Copy as text for an e-mail", later: "Later today",
    copied: "Copied", heldOn: "Held on", reflection: "Reflection, yours alone", editLine: "Line",
    addLine: "Add a line", minutes: (/** @type {number} */ minutes) => `${minutes} min`, to: "Today",
    followUps: "Next", addFollowUp: "Add what comes next", owner: { client: "Client", coach: "Coach" }, until: "Until", done: "done", who: "Who", belongs: "This session belongs to",
    kind: "Kind", phase: "Phase",
  },
};
