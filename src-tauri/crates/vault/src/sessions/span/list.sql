SELECT topic_id, model, phase, state, started_at, ended_at
FROM session_span
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY id
