SELECT id, started_at, ended_at
FROM session_span
WHERE session_id = :session AND state = 'asleep' AND counted IS NULL AND ended_at > started_at
ORDER BY id
