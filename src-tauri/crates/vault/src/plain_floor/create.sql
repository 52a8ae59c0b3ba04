CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    rev INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    session_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    phase TEXT NOT NULL,
    kind TEXT NOT NULL,
    visibility TEXT NOT NULL
) STRICT;
