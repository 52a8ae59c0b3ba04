CREATE TABLE draft_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    editor     TEXT NOT NULL,
    text       TEXT NOT NULL,
    caret      INTEGER
) STRICT;
INSERT INTO draft_anew (id, uid, rev, created_at, updated_at, session_id, editor, text)
SELECT id, uid, rev, created_at, updated_at, session_id, editor, text FROM draft;
DROP TABLE draft;
ALTER TABLE draft_anew RENAME TO draft;
CREATE UNIQUE INDEX draft_of_editor ON draft (coalesce(session_id, 0), editor);

CREATE TABLE note_length (
    note_id INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
    letters INTEGER NOT NULL
) STRICT;
INSERT INTO note_length (note_id, letters) SELECT id, length(text) FROM note;
