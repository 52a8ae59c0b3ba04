SELECT
    id, rev, at, elapsed_ms, text, model, phase, kind, topic_id, in_client_words, visibility, belief_status,
    answers_note_id, commitment
FROM note
WHERE session_id = :session AND left_out = 1 AND wiped_at IS NULL
ORDER BY id
