SELECT
    id, rev, at, elapsed_ms, text, model, phase, kind, topic_id, in_client_words, visibility, belief_status,
    answers_note_id, commitment
FROM note
WHERE session_id = :session AND id < :before AND deleted_at IS NULL
ORDER BY id DESC
LIMIT :limit
