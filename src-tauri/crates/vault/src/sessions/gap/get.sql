SELECT id, started_at, ended_at, counted
FROM session_span
WHERE id = :id AND session_id = :session AND state = 'asleep' AND ended_at IS NOT NULL
