INSERT INTO note (
    uid, rev, created_at, updated_at, session_id, client_id, at, elapsed_ms, text, model, phase, kind, visibility
)
VALUES (?1, 1, ?2, ?2, 1, 1, ?2, 1000, ?3, 'GROW', 'R', 'plain', 'private')
