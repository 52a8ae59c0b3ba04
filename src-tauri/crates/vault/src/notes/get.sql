SELECT
    id, rev, at, elapsed_ms, text, model, phase, kind, topic_id, in_client_words, visibility, belief_status,
    answers_note_id, commitment
FROM note
WHERE id = :id AND deleted_at IS NULL
