-- The first shape of a book. The SQL of later changes goes into files of its own; this one never changes again.
--
-- Every row a coach can write has: id (never reused), uid (the only id in exports), rev (from one counter for the
-- whole book: orders changes and detects stale saves), created_at and updated_at (UTC, milliseconds, Z), deleted_at.
-- Almost everything may be null: the record never invents (DESIGN §10.2).

CREATE TABLE book_counter (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    rev INTEGER NOT NULL
) STRICT;
INSERT INTO book_counter (id, rev) VALUES (1, 0);

-- Practice

CREATE TABLE coach_profile (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    legal_name TEXT NOT NULL,
    business_name TEXT,
    address TEXT,
    email TEXT,
    phone TEXT,
    website TEXT,
    CHECK (id = 1)
) STRICT;

CREATE TABLE book_settings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'Letter')),
    -- Language of papers, a BCP 47 tag, for whoever has none of their own.
    paper_language TEXT NOT NULL,
    idle_lock_minutes INTEGER NOT NULL,
    recovery_confirmed INTEGER NOT NULL CHECK (recovery_confirmed IN (0, 1)),
    -- Whether the window asks the system to stay out of screen sharing.
    stay_out_of_sharing INTEGER NOT NULL CHECK (stay_out_of_sharing IN (0, 1)),
    -- Size of all text in the window, in percent.
    text_size INTEGER NOT NULL CHECK (text_size BETWEEN 100 AND 200),
    -- Whether letters act bare on a line in wrap-up.
    wrap_up_letters INTEGER NOT NULL CHECK (wrap_up_letters IN (0, 1)),
    -- Keys of a session that she chose herself, one `act=key` a line.
    own_keys TEXT NOT NULL,
    -- Years after the last session the records of a client are kept.
    keep_years INTEGER NOT NULL CHECK (keep_years BETWEEN 1 AND 30),
    CHECK (id = 1)
) STRICT;

-- Answers about the practice, reused in the next client's agreement.
CREATE TABLE practice_answer (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- Templates: the coach's own words for papers, e-mails and the opening. What comes with the program is no row here.

CREATE TABLE template (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('agreement', 'consent', 'summary_wording', 'email', 'opening_script')),
    name TEXT NOT NULL CHECK (name <> ''),
    language TEXT NOT NULL CHECK (language <> ''),
    in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;

-- New papers of a kind and a language are made from one template at most.
CREATE UNIQUE INDEX template_in_use ON template (kind, language) WHERE in_use = 1 AND deleted_at IS NULL;

CREATE TABLE template_version (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    -- When it was left, or something was made from it; from then on its words stay.
    closed_at TEXT,
    UNIQUE (template_id, number)
) STRICT;

CREATE TABLE template_part (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    version_id INTEGER NOT NULL REFERENCES template_version (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    UNIQUE (version_id, key)
) STRICT;

-- Each safety copy that was written: when, and whether on another disk than the book. Never where.
CREATE TABLE safety_copy (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    other_disk INTEGER NOT NULL CHECK (other_disk IN (0, 1))
) STRICT;

-- How papers look

CREATE TABLE paper_look (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    head TEXT NOT NULL CHECK (head IN ('split', 'centred', 'quiet')),
    -- Red, green and blue as one number, as the coach chose it.
    accent INTEGER NOT NULL CHECK (accent BETWEEN 0 AND 16777215),
    margins TEXT NOT NULL CHECK (margins IN ('narrow', 'normal', 'wide')),
    CHECK (id = 1)
) STRICT;

-- The picture in the coach's letterhead. Another one takes its place; one that was removed can come back.
CREATE TABLE logo (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    picture BLOB NOT NULL CHECK (length(picture) > 0),
    CHECK (id = 1)
) STRICT;

-- Clients, engagements

CREATE TABLE client (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    pseudonym TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    legal_name TEXT,
    preferred_name TEXT,
    pronouns TEXT,
    -- Language of their papers, a BCP 47 tag; none is the language of the book's papers.
    language TEXT,
    email TEXT,
    phone TEXT,
    address TEXT,
    role_title TEXT,
    role_now TEXT,
    background TEXT,
    sector TEXT,
    organisation TEXT,
    call_link TEXT,
    status TEXT NOT NULL CHECK (status IN ('prospect', 'active', 'paused', 'completed', 'archived')),
    status_before_archive TEXT CHECK (status_before_archive IN ('prospect', 'active', 'paused', 'completed')),
    -- How this client's papers are printed; without a size, as in the settings.
    large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
    paper_size TEXT CHECK (paper_size IN ('A4', 'Letter'))
) STRICT;

-- Clients who were erased for good. What stays is the number they had here, which nobody gets again, and what they had
-- agreed to add to the log of hours: a sum from the first day to the last. No word of theirs.
CREATE TABLE erased_client (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    pseudonym TEXT NOT NULL UNIQUE,
    first_on TEXT,
    last_on TEXT,
    paid_minutes INTEGER,
    pro_bono_minutes INTEGER,
    CHECK ((first_on IS NULL) = (last_on IS NULL)
        AND (first_on IS NULL) = (paid_minutes IS NULL) AND (first_on IS NULL) = (pro_bono_minutes IS NULL))
) STRICT;

-- People the client speaks of, by alias; a removed alias may be taken again.
CREATE TABLE person (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    -- The session they were first spoken of in: they follow it when it was begun with the wrong client.
    session_id INTEGER REFERENCES session (id) ON DELETE SET NULL,
    alias TEXT NOT NULL,
    relation TEXT
) STRICT;

CREATE UNIQUE INDEX person_alias ON person (client_id, alias) WHERE deleted_at IS NULL;
CREATE INDEX person_of_session ON person (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE engagement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    title TEXT,
    scope TEXT,
    funded_by TEXT CHECK (funded_by IN ('self', 'sponsor', 'employer', 'pro_bono', 'barter')),
    start_date TEXT,
    end_date TEXT,
    planned_sessions INTEGER,
    sessions_before INTEGER,
    session_minutes INTEGER,
    cadence TEXT,
    delivery TEXT CHECK (delivery IN ('in_person', 'phone', 'video', 'mixed')),
    fee_text TEXT,
    signed_on_paper TEXT,
    -- Where three agree: who pays for the client, and who signs for it.
    sponsor TEXT,
    sponsor_contact TEXT,
    -- Key of the coaching model; none means the one in question_settings, else GROW.
    model TEXT
) STRICT;

CREATE INDEX engagement_of_client ON engagement (client_id);

-- What a sponsor is told, written with the client. The client approves words: the very ones stand beside the approval.
CREATE TABLE sponsor_report (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    engagement_id INTEGER NOT NULL UNIQUE REFERENCES engagement (id) ON DELETE CASCADE,
    -- As they are typed: either may still be missing, and they may still lie the wrong way round.
    covers_from TEXT,
    covers_until TEXT,
    progress TEXT NOT NULL,
    approved_text TEXT,
    approved_by TEXT,
    approved_on TEXT,
    CHECK ((approved_on IS NULL) = (approved_text IS NULL) AND (approved_on IS NULL) = (approved_by IS NULL))
) STRICT;

-- Agreements

CREATE TABLE agreement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    engagement_id INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX agreement_of_engagement ON agreement (engagement_id);

CREATE TABLE agreement_version (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    version_no INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'signed', 'superseded')),
    issued_at TEXT,
    signed_on TEXT,
    UNIQUE (agreement_id, version_no),
    CHECK ((status = 'draft') = (issued_at IS NULL))
) STRICT;

CREATE TABLE agreement_clause (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    version_id INTEGER NOT NULL REFERENCES agreement_version (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    UNIQUE (version_id, key)
) STRICT;

CREATE INDEX agreement_clause_order ON agreement_clause (version_id, ordinal);

CREATE TABLE gap_fill (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    version_id INTEGER NOT NULL REFERENCES agreement_version (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('words', 'line')),
    words TEXT,
    UNIQUE (version_id, key),
    CHECK ((kind = 'words') = (words IS NOT NULL))
) STRICT;

-- Sessions

CREATE TABLE session (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    engagement_id INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'ended', 'completed', 'cancelled_by_client', 'cancelled_by_coach', 'no_show')),
    planned_at TEXT,
    started_at TEXT,
    ended_at TEXT,
    -- Whether its last line was taken for the end, because another session began; the coach has not said so herself.
    end_assumed INTEGER NOT NULL CHECK (end_assumed IN (0, 1)),
    paused_ms INTEGER NOT NULL,
    paused_since TEXT,
    planned_minutes INTEGER NOT NULL,
    zone TEXT NOT NULL,
    model TEXT NOT NULL,
    active_topic INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    phase TEXT NOT NULL,
    agreement_version INTEGER REFERENCES agreement_version (id) ON DELETE SET NULL,
    next_session_at TEXT,
    for_next_time TEXT,
    reflection TEXT,
    CHECK (ended_at >= started_at)
) STRICT;

CREATE INDEX session_of_engagement ON session (engagement_id, started_at);
CREATE INDEX session_end_assumed ON session (ended_at) WHERE end_assumed = 1;
CREATE INDEX session_planned ON session (planned_at) WHERE status = 'planned';
-- One session at a time: a coach sits with one client.
CREATE UNIQUE INDEX session_running ON session (status) WHERE status = 'in_progress' AND deleted_at IS NULL;

-- A session with what follows from its neighbours: its number counts those held before it, and those on paper.
CREATE VIEW session_numbered AS
SELECT
    s.id, s.rev, s.deleted_at, s.engagement_id, e.client_id, s.status, s.planned_at, s.started_at, s.ended_at,
    s.paused_ms, s.paused_since, s.planned_minutes, s.zone, s.model, s.active_topic, s.phase, s.agreement_version,
    s.next_session_at, s.for_next_time, s.reflection,
    CASE WHEN s.status IN ('in_progress', 'ended', 'completed') THEN
        coalesce(e.sessions_before, 0) + (
            SELECT count(*)
            FROM session AS o
            WHERE o.engagement_id = s.engagement_id
                AND o.deleted_at IS NULL
                AND o.status IN ('in_progress', 'ended', 'completed')
                AND (o.started_at, o.id) <= (s.started_at, s.id)
        )
    END AS number
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id;

-- Papers given out

-- A paper kept byte for byte: an agreement that was made ready to sign, or one that was given to somebody. Kept here
-- and not beside the book: it is small, and safe with it.
CREATE TABLE paper (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    engagement_id INTEGER REFERENCES engagement (id) ON DELETE CASCADE,
    version_id INTEGER UNIQUE REFERENCES agreement_version (id) ON DELETE CASCADE,
    -- What its words are known by, how they were set, in which language, and on which local day. An agreement has its
    -- version instead.
    document_id TEXT,
    look TEXT,
    language TEXT,
    -- Characters no face could print.
    missing TEXT NOT NULL DEFAULT '',
    made_on TEXT,
    masked INTEGER NOT NULL CHECK (masked IN (0, 1)),
    replaces_id INTEGER REFERENCES paper (id) ON DELETE SET NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    pdf BLOB NOT NULL,
    CHECK ((version_id IS NULL) = (document_id IS NOT NULL))
) STRICT;

CREATE INDEX paper_of_client ON paper (client_id);
CREATE INDEX paper_of_session ON paper (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX paper_of_engagement ON paper (engagement_id) WHERE engagement_id IS NOT NULL;
CREATE INDEX paper_replaced ON paper (replaces_id) WHERE replaces_id IS NOT NULL;

-- Each time a paper was given: to whom, when, how. Never the password.
CREATE TABLE giving (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    way TEXT NOT NULL CHECK (way IN ('printed', 'saved', 'email_draft', 'text_copied', 'by_hand', 'shown')),
    locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT;

CREATE INDEX giving_of_paper ON giving (paper_id);

-- Signed on the screen, by hand or by name, and bound to the bytes that were shown.
CREATE TABLE signature (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('coach', 'client', 'sponsor')),
    name TEXT NOT NULL CHECK (name <> ''),
    method TEXT NOT NULL CHECK (method IN ('drawn', 'typed')),
    -- The drawing, as `x,y x,y`, one stroke a line.
    strokes TEXT,
    place TEXT,
    signed_on TEXT NOT NULL,
    zone TEXT NOT NULL,
    intent TEXT NOT NULL CHECK (intent <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    UNIQUE (paper_id, role),
    CHECK ((method = 'drawn') = (strokes IS NOT NULL))
) STRICT;

-- What was decided about a record that names a third person, for a client who asks for their data. It holds for the very
-- words it was made about, known by their hash; `words` stand in their place.
CREATE TABLE access_review (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    record_sha256 TEXT NOT NULL CHECK (length(record_sha256) = 64),
    choice TEXT NOT NULL CHECK (choice IN ('as_written', 'renamed', 'left_out')),
    words TEXT,
    UNIQUE (client_id, record_sha256),
    CHECK ((choice = 'renamed') = (words IS NOT NULL))
) STRICT;

-- Each time the sheet for a colleague was printed.
CREATE TABLE continuity_print (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- Files kept with a session or an agreement. The bytes lie sealed in `files/` under the random name; what the file was
-- called stands here only.
CREATE TABLE attachment (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    version_id INTEGER REFERENCES agreement_version (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    stored_name TEXT NOT NULL UNIQUE CHECK (length(stored_name) = 32),
    -- BLAKE3 of the file as it lies sealed, so that a copy of it can be made and checked without a key.
    sealed_blake3 TEXT NOT NULL CHECK (length(sealed_blake3) = 64),
    -- What the file beside the database is sealed with, and no other file is.
    seal_key BLOB NOT NULL CHECK (length(seal_key) = 32),
    CHECK ((session_id IS NULL) <> (version_id IS NULL))
) STRICT;

CREATE INDEX attachment_of_session ON attachment (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX attachment_of_version ON attachment (version_id) WHERE version_id IS NOT NULL;
CREATE INDEX attachment_removed ON attachment (deleted_at) WHERE deleted_at IS NOT NULL;

-- Files whose row was erased, by itself or with its client: they are taken off the disk, and off this list after that.
CREATE TABLE file_to_erase (
    stored_name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attachment_erased AFTER DELETE ON attachment
BEGIN
    INSERT OR IGNORE INTO file_to_erase (stored_name) VALUES (old.stored_name);
END;

-- Each time the record of a session was finished or opened again.
CREATE TABLE session_step (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('finished', 'reopened'))
) STRICT;
CREATE INDEX session_step_of_session ON session_step (session_id, id);

-- How the time of a session was spent.
CREATE TABLE session_span (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    model TEXT NOT NULL,
    phase TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'asleep')),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    -- Whether the coach counts a gap; null while she has not said, and then it is left out.
    counted INTEGER CHECK (counted IN (0, 1)),
    CHECK (counted IS NULL OR state = 'asleep')
) STRICT;

CREATE INDEX session_span_of_session ON session_span (session_id, started_at);

-- A session that was begun with the wrong client: where it stood and where it stands, and nothing of what was in it.
-- Taken back, the row is marked as deleted. `plan_id` is the plan put back into the wrong client's calendar.
CREATE TABLE session_move (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    from_engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    to_engagement INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    plan_id INTEGER REFERENCES session (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX session_move_of_session ON session_move (session_id);
CREATE INDEX session_move_from ON session_move (from_engagement);
CREATE INDEX session_move_to ON session_move (to_engagement);
CREATE INDEX session_move_of_plan ON session_move (plan_id) WHERE plan_id IS NOT NULL;

-- What was loosened when a session was given away: tied again when it comes back.
CREATE TABLE session_move_thread (
    move_id INTEGER NOT NULL REFERENCES session_move (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'action', 'accountability')),
    row_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    PRIMARY KEY (move_id, kind, row_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_check (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key IN ('role_restated', 'agreement_referred_to', 'no_advice_restated', 'confidentiality_restated', 'confidentiality_limits_stated', 'recording_consent_asked', 'ready_confirmed', 'measures_checked', 'anything_else_asked', 'actions_read_back', 'withdrawal_seen_to')),
    done_at TEXT NOT NULL,
    acknowledged INTEGER CHECK (acknowledged IN (0, 1)),
    note TEXT,
    UNIQUE (session_id, key)
) STRICT;

CREATE TABLE topic (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    short_name TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'active', 'worked', 'parked', 'carried_forward')),
    phase TEXT NOT NULL,
    after_what_else INTEGER NOT NULL CHECK (after_what_else IN (0, 1)),
    returned_at TEXT,
    -- The topic of an earlier session this one takes up again. While nothing points at a topic that was put off, it waits.
    from_topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE focus_line (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    slot TEXT NOT NULL CHECK (slot IN ('present_state', 'wanted_result', 'importance', 'need_to_address', 'state_after')),
    text TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('unknown', 'not_asked', 'not_met', 'partly', 'met', 'carried_forward')),
    evidence TEXT,
    assessed_by TEXT CHECK (assessed_by IN ('client_asked', 'client_volunteered', 'coach'))
) STRICT;

CREATE TABLE measure (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    how_known TEXT,
    result TEXT NOT NULL CHECK (result IN ('unknown', 'not_asked', 'not_met', 'partly', 'met', 'carried_forward')),
    evidence TEXT,
    assessed_by TEXT CHECK (assessed_by IN ('client_asked', 'client_volunteered', 'coach'))
) STRICT;

-- Notes

-- The row that is written while a client waits, and so the one that is made cheap (decisions/0014): its number is the
-- counter's, which nobody gets twice either; no list of more than two stands in a check, because SQLite would build a
-- table of it for every line.
CREATE TABLE note (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    -- The client of its session, with whom it goes. No reference of its own: it would cost an index at every line.
    client_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    phase TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'plain' OR kind = 'arrival' OR kind = 'feeling' OR kind = 'assumption' OR kind = 'evidence'
            OR kind = 'exception' OR kind = 'past_success' OR kind = 'perspective' OR kind = 'pattern'
            OR kind = 'obstacle' OR kind = 'option' OR kind = 'check_in' OR kind = 'coach_observation'
            OR kind = 'question_asked'
    ),
    topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    in_client_words INTEGER NOT NULL CHECK (in_client_words IN (0, 1)),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared')),
    belief_status TEXT CHECK (belief_status = 'held' OR belief_status = 'loosened' OR belief_status = 'dropped'),
    answers_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    commitment TEXT CHECK (commitment IN ('could', 'will')),
    left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
    wiped_at TEXT,
    -- What the coach noticed never leaves her book.
    CHECK (kind <> 'coach_observation' OR visibility = 'private')
) STRICT;

CREATE INDEX note_of_session ON note (session_id, id);

CREATE TABLE note_revision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX note_revision_of_note ON note_revision (note_id, id);

-- Half-typed words, one row an editor. Deleted outright when kept or cleared, so it has no deleted_at; in no export, so
-- it has no uid. A row is written every few keys: it lies in one place and has no index. `place` is the session, or 0.
CREATE TABLE draft (
    place      INTEGER NOT NULL,
    editor     TEXT NOT NULL,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    PRIMARY KEY (place, editor),
    CHECK (place = coalesce(session_id, 0))
) STRICT, WITHOUT ROWID;

-- Results

CREATE TABLE insight (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    in_client_words INTEGER NOT NULL CHECK (in_client_words IN (0, 1)),
    from_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE TABLE strength (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    named_by TEXT NOT NULL CHECK (named_by IN ('client', 'coach', 'assessment')),
    from_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE TABLE resource (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    from_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE TABLE development_area (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    from_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE TABLE action (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    topic_id INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    what TEXT NOT NULL,
    wording TEXT,
    due_kind TEXT NOT NULL CHECK (due_kind IN ('none', 'by', 'on', 'start_on', 'window', 'after', 'ongoing', 'before_event')),
    due_text TEXT,
    due_from TEXT,
    due_date TEXT,
    due_read_from_words INTEGER NOT NULL CHECK (due_read_from_words IN (0, 1)),
    after_action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
    support TEXT,
    success_sign TEXT,
    obstacle TEXT,
    from_note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'doing', 'done', 'not_done', 'dropped')),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE INDEX action_open ON action (client_id) WHERE status IN ('open', 'doing') AND deleted_at IS NULL;

CREATE TABLE accountability (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'tracker', 'coach', 'self')),
    who TEXT NOT NULL,
    how TEXT,
    how_often TEXT,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE TABLE accountability_action (
    accountability_id INTEGER NOT NULL REFERENCES accountability (id) ON DELETE CASCADE,
    action_id         INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    PRIMARY KEY (accountability_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX accountability_of_action ON accountability_action (action_id);

CREATE TABLE follow_up (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    owner TEXT NOT NULL CHECK (owner IN ('client', 'coach')),
    what TEXT NOT NULL,
    due_date TEXT,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'shared'))
) STRICT;

CREATE INDEX follow_up_open ON follow_up (due_date) WHERE done = 0 AND deleted_at IS NULL;

CREATE TABLE consent (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES session (id) ON DELETE SET NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('record_audio', 'record_video', 'share_recording', 'share_transcript', 'list_in_hours_log')),
    recipient TEXT,
    use_limit TEXT,
    identity_disclosed INTEGER CHECK (identity_disclosed IN (0, 1)),
    third_party_disclosed INTEGER CHECK (third_party_disclosed IN (0, 1)),
    decision TEXT NOT NULL CHECK (decision IN ('granted', 'refused', 'withdrawn')),
    method TEXT NOT NULL CHECK (method IN ('verbal_in_session', 'written', 'electronic')),
    quote TEXT,
    given_on TEXT,
    retention_until TEXT,
    withdrawal_explained INTEGER CHECK (withdrawal_explained IN (0, 1)),
    withdrawn_at TEXT,
    CHECK ((decision = 'withdrawn') = (withdrawn_at IS NOT NULL))
) STRICT;

CREATE INDEX topic_of_session ON topic (session_id, ordinal);

CREATE INDEX topic_of_client ON topic (client_id);
CREATE INDEX topic_taken_up ON topic (from_topic_id) WHERE from_topic_id IS NOT NULL;

CREATE INDEX focus_line_of_session ON focus_line (session_id, ordinal);

CREATE INDEX focus_line_of_client ON focus_line (client_id);

CREATE INDEX measure_of_session ON measure (session_id, ordinal);

CREATE INDEX measure_of_client ON measure (client_id);

CREATE INDEX insight_of_session ON insight (session_id, ordinal);

CREATE INDEX insight_of_client ON insight (client_id);

CREATE INDEX strength_of_session ON strength (session_id, ordinal);

CREATE INDEX strength_of_client ON strength (client_id);

CREATE INDEX resource_of_session ON resource (session_id, ordinal);

CREATE INDEX resource_of_client ON resource (client_id);

CREATE INDEX development_area_of_session ON development_area (session_id, ordinal);

CREATE INDEX development_area_of_client ON development_area (client_id);

CREATE INDEX action_of_session ON action (session_id, ordinal);

CREATE INDEX action_of_client ON action (client_id);

CREATE INDEX accountability_of_session ON accountability (session_id, ordinal);

CREATE INDEX accountability_of_client ON accountability (client_id);

CREATE INDEX follow_up_of_session ON follow_up (session_id, ordinal);

CREATE INDEX follow_up_of_client ON follow_up (client_id);

-- Rows that point at another one are looked up when it is erased.
CREATE INDEX note_of_topic ON note (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX note_answering ON note (answers_note_id) WHERE answers_note_id IS NOT NULL;
CREATE INDEX session_span_of_topic ON session_span (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX session_of_topic ON session (active_topic) WHERE active_topic IS NOT NULL;
CREATE INDEX session_of_version ON session (agreement_version) WHERE agreement_version IS NOT NULL;
CREATE INDEX measure_of_topic ON measure (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX insight_of_topic ON insight (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX action_of_topic ON action (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX action_after ON action (after_action_id) WHERE after_action_id IS NOT NULL;

CREATE INDEX session_check_of_client ON session_check (client_id);

CREATE INDEX consent_of_client ON consent (client_id);

CREATE INDEX consent_of_session ON consent (session_id);

CREATE INDEX insight_of_note ON insight (from_note_id) WHERE from_note_id IS NOT NULL;

CREATE INDEX strength_of_note ON strength (from_note_id) WHERE from_note_id IS NOT NULL;

CREATE INDEX resource_of_note ON resource (from_note_id) WHERE from_note_id IS NOT NULL;

CREATE INDEX development_area_of_note ON development_area (from_note_id) WHERE from_note_id IS NOT NULL;

CREATE INDEX action_of_note ON action (from_note_id) WHERE from_note_id IS NOT NULL;

-- Questions. A built-in one is known by its key in the bank, as R-21; an own one by `own-` and its uid.

CREATE TABLE question_settings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    default_model TEXT,
    log_uses INTEGER NOT NULL CHECK (log_uses IN (0, 1)),
    column_closed INTEGER NOT NULL CHECK (column_closed IN (0, 1)),
    CHECK (id = 1)
) STRICT;

CREATE TABLE own_question (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    phase TEXT NOT NULL CHECK (phase IN ('OPEN', 'G', 'R', 'O', 'W', 'CLOSE')),
    intent TEXT NOT NULL CHECK (intent <> ''),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

-- What the coach made of one question: favourite, hidden, and its place in her order.
CREATE TABLE question_choice (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    key TEXT NOT NULL UNIQUE,
    favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    place INTEGER CHECK (place >= 0)
) STRICT;

-- Set aside for a client; `next` until the client's next session begins, which then stands in session_id.
CREATE TABLE question_aside (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('client', 'next')),
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    UNIQUE (client_id, key),
    CHECK (scope = 'next' OR session_id IS NULL)
) STRICT;
CREATE INDEX question_aside_of_session ON question_aside (session_id) WHERE session_id IS NOT NULL;

-- Only while the coach has switched the log on; never shown as a count.
CREATE TABLE question_use (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    key TEXT,
    intent TEXT NOT NULL,
    model TEXT NOT NULL,
    phase TEXT NOT NULL
) STRICT;
CREATE INDEX question_use_of_session ON question_use (session_id, id);

-- The coach's own words for the phases of a model; the keys stay.
CREATE TABLE phase_label (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    model TEXT NOT NULL,
    phase TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    UNIQUE (model, phase)
) STRICT;

-- What was issued stays as it was. A whole agreement may still go when a client is erased: then the version is gone
-- before its clauses are, and the lookups below find nothing.

CREATE TRIGGER issued_version_stays BEFORE UPDATE OF uid, agreement_id, version_no, issued_at ON agreement_version
WHEN old.status <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;
CREATE TRIGGER issued_version_moves_on BEFORE UPDATE OF status ON agreement_version
WHEN new.status = 'draft' AND old.status <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_agreement_clause_update BEFORE UPDATE ON agreement_clause
WHEN (SELECT status FROM agreement_version WHERE id = old.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_agreement_clause_insert BEFORE INSERT ON agreement_clause
WHEN (SELECT status FROM agreement_version WHERE id = new.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_agreement_clause_delete BEFORE DELETE ON agreement_clause
WHEN (SELECT status FROM agreement_version WHERE id = old.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_gap_fill_update BEFORE UPDATE ON gap_fill
WHEN (SELECT status FROM agreement_version WHERE id = old.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_gap_fill_insert BEFORE INSERT ON gap_fill
WHEN (SELECT status FROM agreement_version WHERE id = new.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER issued_gap_fill_delete BEFORE DELETE ON gap_fill
WHEN (SELECT status FROM agreement_version WHERE id = old.version_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'an issued agreement does not change');
END;

CREATE TRIGGER kept_paper_update BEFORE UPDATE OF
    uid, created_at, kind, session_id, version_id, document_id, look, language, made_on, masked, sha256, pdf ON paper
BEGIN
    SELECT raise(ABORT, 'a kept paper does not change');
END;
CREATE TRIGGER signature_update BEFORE UPDATE OF
    uid, created_at, paper_id, role, name, method, strokes, place, signed_on, zone, intent, sha256 ON signature
BEGIN
    SELECT raise(ABORT, 'a signature does not change');
END;
CREATE TRIGGER issued_paper_delete BEFORE DELETE ON paper
WHEN EXISTS (SELECT 1 FROM agreement_version WHERE id = old.version_id)
    AND EXISTS (SELECT 1 FROM client WHERE id = old.client_id)
BEGIN
    SELECT raise(ABORT, 'an issued paper does not change');
END;

-- Search over everything the coach wrote. The rowid is row_id * 32 + the number of the kind, so that a changed row
-- finds its entry without a scan. Deleted rows are not in it, nor are the newest lines (`search_mark`). `secure-delete`
-- leaves no word behind in the index.

CREATE VIRTUAL TABLE search_text USING fts5(
    kind UNINDEXED, row_id UNINDEXED, client_id UNINDEXED, text,
    prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_client_new AFTER INSERT ON client
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 1, 'client', new.id, new.id, concat_ws(char(10), new.display_name, new.legal_name, new.preferred_name, new.email, new.phone, new.role_title, new.role_now, new.background, new.sector, new.organisation)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.display_name, new.legal_name, new.preferred_name, new.email, new.phone, new.role_title, new.role_now, new.background, new.sector, new.organisation) <> '';
END;
CREATE TRIGGER search_client_changed AFTER UPDATE OF display_name, legal_name, preferred_name, email, phone, role_title, role_now, background, sector, organisation, deleted_at ON client
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 1;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 1, 'client', new.id, new.id, concat_ws(char(10), new.display_name, new.legal_name, new.preferred_name, new.email, new.phone, new.role_title, new.role_now, new.background, new.sector, new.organisation)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.display_name, new.legal_name, new.preferred_name, new.email, new.phone, new.role_title, new.role_now, new.background, new.sector, new.organisation) <> '';
END;
CREATE TRIGGER search_client_gone AFTER DELETE ON client
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 1;
END;

CREATE TRIGGER search_person_new AFTER INSERT ON person
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 2, 'person', new.id, new.client_id, concat_ws(char(10), new.alias, new.relation)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.alias, new.relation) <> '';
END;
CREATE TRIGGER search_person_changed AFTER UPDATE OF alias, relation, deleted_at, client_id ON person
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 2;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 2, 'person', new.id, new.client_id, concat_ws(char(10), new.alias, new.relation)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.alias, new.relation) <> '';
END;
CREATE TRIGGER search_person_gone AFTER DELETE ON person
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 2;
END;

CREATE TRIGGER search_engagement_new AFTER INSERT ON engagement
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 3, 'engagement', new.id, new.client_id, concat_ws(char(10), new.title, new.scope, new.cadence, new.fee_text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.title, new.scope, new.cadence, new.fee_text) <> '';
END;
CREATE TRIGGER search_engagement_changed AFTER UPDATE OF title, scope, cadence, fee_text, deleted_at, client_id ON engagement
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 3;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 3, 'engagement', new.id, new.client_id, concat_ws(char(10), new.title, new.scope, new.cadence, new.fee_text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.title, new.scope, new.cadence, new.fee_text) <> '';
END;
CREATE TRIGGER search_engagement_gone AFTER DELETE ON engagement
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 3;
END;

-- The library's clauses are the same in every agreement: only the coach's own are searched.
CREATE TRIGGER search_agreement_clause_new AFTER INSERT ON agreement_clause
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 4, 'clause', new.id, (
        SELECT e.client_id FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        JOIN engagement AS e ON e.id = a.engagement_id
        WHERE v.id = new.version_id
    ), concat_ws(char(10), new.heading, new.body)
    WHERE new.deleted_at IS NULL AND new.key LIKE 'own:%' AND concat_ws(char(10), new.heading, new.body) <> '';
END;
CREATE TRIGGER search_agreement_clause_changed AFTER UPDATE OF heading, body, deleted_at ON agreement_clause
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 4;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 4, 'clause', new.id, (
        SELECT e.client_id FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        JOIN engagement AS e ON e.id = a.engagement_id
        WHERE v.id = new.version_id
    ), concat_ws(char(10), new.heading, new.body)
    WHERE new.deleted_at IS NULL AND new.key LIKE 'own:%' AND concat_ws(char(10), new.heading, new.body) <> '';
END;
CREATE TRIGGER search_agreement_clause_gone AFTER DELETE ON agreement_clause
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 4;
END;

CREATE TRIGGER search_gap_fill_new AFTER INSERT ON gap_fill
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 5, 'gap', new.id, (
        SELECT e.client_id FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        JOIN engagement AS e ON e.id = a.engagement_id
        WHERE v.id = new.version_id
    ), concat_ws(char(10), new.words)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.words) <> '';
END;
CREATE TRIGGER search_gap_fill_changed AFTER UPDATE OF words, deleted_at ON gap_fill
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 5;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 5, 'gap', new.id, (
        SELECT e.client_id FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        JOIN engagement AS e ON e.id = a.engagement_id
        WHERE v.id = new.version_id
    ), concat_ws(char(10), new.words)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.words) <> '';
END;
CREATE TRIGGER search_gap_fill_gone AFTER DELETE ON gap_fill
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 5;
END;

CREATE TRIGGER search_session_new AFTER INSERT ON session
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 6, 'session', new.id, (SELECT client_id FROM engagement WHERE id = new.engagement_id), concat_ws(char(10), new.for_next_time, new.reflection)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.for_next_time, new.reflection) <> '';
END;
CREATE TRIGGER search_session_changed AFTER UPDATE OF for_next_time, reflection, deleted_at, engagement_id ON session
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 6;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 6, 'session', new.id, (SELECT client_id FROM engagement WHERE id = new.engagement_id), concat_ws(char(10), new.for_next_time, new.reflection)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.for_next_time, new.reflection) <> '';
END;
CREATE TRIGGER search_session_gone AFTER DELETE ON session
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 6;
END;

CREATE TRIGGER search_session_check_new AFTER INSERT ON session_check
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 7, 'check', new.id, new.client_id, concat_ws(char(10), new.note)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.note) <> '';
END;
CREATE TRIGGER search_session_check_changed AFTER UPDATE OF note, deleted_at, client_id ON session_check
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 7;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 7, 'check', new.id, new.client_id, concat_ws(char(10), new.note)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.note) <> '';
END;
CREATE TRIGGER search_session_check_gone AFTER DELETE ON session_check
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 7;
END;

CREATE TRIGGER search_topic_new AFTER INSERT ON topic
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 8, 'topic', new.id, new.client_id, concat_ws(char(10), new.title, new.short_name)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.title, new.short_name) <> '';
END;
CREATE TRIGGER search_topic_changed AFTER UPDATE OF title, short_name, deleted_at, client_id ON topic
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 8;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 8, 'topic', new.id, new.client_id, concat_ws(char(10), new.title, new.short_name)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.title, new.short_name) <> '';
END;
CREATE TRIGGER search_topic_gone AFTER DELETE ON topic
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 8;
END;

CREATE TRIGGER search_focus_line_new AFTER INSERT ON focus_line
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 9, 'focus', new.id, new.client_id, concat_ws(char(10), new.text, new.evidence)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text, new.evidence) <> '';
END;
CREATE TRIGGER search_focus_line_changed AFTER UPDATE OF text, evidence, deleted_at, client_id ON focus_line
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 9;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 9, 'focus', new.id, new.client_id, concat_ws(char(10), new.text, new.evidence)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text, new.evidence) <> '';
END;
CREATE TRIGGER search_focus_line_gone AFTER DELETE ON focus_line
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 9;
END;

CREATE TRIGGER search_measure_new AFTER INSERT ON measure
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 10, 'measure', new.id, new.client_id, concat_ws(char(10), new.text, new.how_known, new.evidence)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text, new.how_known, new.evidence) <> '';
END;
CREATE TRIGGER search_measure_changed AFTER UPDATE OF text, how_known, evidence, deleted_at, client_id ON measure
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 10;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 10, 'measure', new.id, new.client_id, concat_ws(char(10), new.text, new.how_known, new.evidence)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text, new.how_known, new.evidence) <> '';
END;
CREATE TRIGGER search_measure_gone AFTER DELETE ON measure
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 10;
END;

-- Lines are kept while a client waits, so their words go into the search later: those above the mark are not in it yet.
-- Whoever searches moves the mark first (`Book::index_lines`).
CREATE TABLE search_mark (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    note_id INTEGER NOT NULL
) STRICT;
INSERT INTO search_mark (id, note_id) VALUES (1, 0);

CREATE TRIGGER search_note_changed AFTER UPDATE OF text, deleted_at, client_id ON note
WHEN old.id <= (SELECT note_id FROM search_mark WHERE id = 1)
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 11;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 11, 'note', new.id, new.client_id, new.text
    WHERE new.deleted_at IS NULL AND new.text <> '';
END;
CREATE TRIGGER search_note_gone AFTER DELETE ON note
WHEN old.id <= (SELECT note_id FROM search_mark WHERE id = 1)
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 11;
END;

CREATE TRIGGER search_insight_new AFTER INSERT ON insight
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 12, 'insight', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_insight_changed AFTER UPDATE OF text, deleted_at, client_id ON insight
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 12;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 12, 'insight', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_insight_gone AFTER DELETE ON insight
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 12;
END;

CREATE TRIGGER search_strength_new AFTER INSERT ON strength
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 13, 'strength', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_strength_changed AFTER UPDATE OF text, deleted_at, client_id ON strength
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 13;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 13, 'strength', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_strength_gone AFTER DELETE ON strength
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 13;
END;

CREATE TRIGGER search_resource_new AFTER INSERT ON resource
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 14, 'resource', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_resource_changed AFTER UPDATE OF text, deleted_at, client_id ON resource
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 14;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 14, 'resource', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_resource_gone AFTER DELETE ON resource
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 14;
END;

CREATE TRIGGER search_development_area_new AFTER INSERT ON development_area
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 15, 'skill', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_development_area_changed AFTER UPDATE OF text, deleted_at, client_id ON development_area
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 15;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 15, 'skill', new.id, new.client_id, concat_ws(char(10), new.text)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.text) <> '';
END;
CREATE TRIGGER search_development_area_gone AFTER DELETE ON development_area
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 15;
END;

CREATE TRIGGER search_action_new AFTER INSERT ON action
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 16, 'action', new.id, new.client_id, concat_ws(char(10), new.what, new.wording, new.due_text, new.support, new.success_sign, new.obstacle)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.what, new.wording, new.due_text, new.support, new.success_sign, new.obstacle) <> '';
END;
CREATE TRIGGER search_action_changed AFTER UPDATE OF what, wording, due_text, support, success_sign, obstacle, deleted_at, client_id ON action
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 16;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 16, 'action', new.id, new.client_id, concat_ws(char(10), new.what, new.wording, new.due_text, new.support, new.success_sign, new.obstacle)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.what, new.wording, new.due_text, new.support, new.success_sign, new.obstacle) <> '';
END;
CREATE TRIGGER search_action_gone AFTER DELETE ON action
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 16;
END;

CREATE TRIGGER search_accountability_new AFTER INSERT ON accountability
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 17, 'accountability', new.id, new.client_id, concat_ws(char(10), new.who, new.how, new.how_often)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.who, new.how, new.how_often) <> '';
END;
CREATE TRIGGER search_accountability_changed AFTER UPDATE OF who, how, how_often, deleted_at, client_id ON accountability
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 17;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 17, 'accountability', new.id, new.client_id, concat_ws(char(10), new.who, new.how, new.how_often)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.who, new.how, new.how_often) <> '';
END;
CREATE TRIGGER search_accountability_gone AFTER DELETE ON accountability
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 17;
END;

CREATE TRIGGER search_follow_up_new AFTER INSERT ON follow_up
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 18, 'follow_up', new.id, new.client_id, concat_ws(char(10), new.what)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.what) <> '';
END;
CREATE TRIGGER search_follow_up_changed AFTER UPDATE OF what, deleted_at, client_id ON follow_up
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 18;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 18, 'follow_up', new.id, new.client_id, concat_ws(char(10), new.what)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.what) <> '';
END;
CREATE TRIGGER search_follow_up_gone AFTER DELETE ON follow_up
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 18;
END;

CREATE TRIGGER search_consent_new AFTER INSERT ON consent
BEGIN
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 19, 'consent', new.id, new.client_id, concat_ws(char(10), new.quote, new.recipient, new.use_limit)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.quote, new.recipient, new.use_limit) <> '';
END;
CREATE TRIGGER search_consent_changed AFTER UPDATE OF quote, recipient, use_limit, deleted_at, client_id ON consent
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 19;
    INSERT INTO search_text (rowid, kind, row_id, client_id, text)
    SELECT new.id * 32 + 19, 'consent', new.id, new.client_id, concat_ws(char(10), new.quote, new.recipient, new.use_limit)
    WHERE new.deleted_at IS NULL AND concat_ws(char(10), new.quote, new.recipient, new.use_limit) <> '';
END;
CREATE TRIGGER search_consent_gone AFTER DELETE ON consent
BEGIN
    DELETE FROM search_text WHERE rowid = old.id * 32 + 19;
END;
