CREATE TABLE draft_anew (
    place      INTEGER NOT NULL,
    editor     TEXT NOT NULL,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    caret      INTEGER,
    PRIMARY KEY (place, editor),
    CHECK (place = coalesce(session_id, 0))
) STRICT, WITHOUT ROWID;
INSERT INTO draft_anew (place, editor, rev, created_at, updated_at, session_id, text)
SELECT place, editor, rev, created_at, updated_at, session_id, text FROM draft;
DROP TABLE draft;
ALTER TABLE draft_anew RENAME TO draft;

CREATE TABLE note_length (
    note_id INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    letters INTEGER NOT NULL
) STRICT;
INSERT INTO note_length (note_id, letters) SELECT id, length(text) FROM note;
