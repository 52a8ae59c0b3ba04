SELECT id, state, ended_at
FROM session_span
WHERE session_id = :session AND ended_at > started_at
ORDER BY ended_at DESC, id DESC
LIMIT 1
