SELECT id, state, started_at
FROM session_span
WHERE session_id = :session AND ended_at IS NULL
ORDER BY id DESC
LIMIT 1
