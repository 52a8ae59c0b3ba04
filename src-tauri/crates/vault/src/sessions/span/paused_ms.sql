SELECT CAST(coalesce(
    sum(round((unixepoch(ended_at, 'subsec') - unixepoch(started_at, 'subsec')) * 1000)), 0
) AS INTEGER)
FROM session_span
WHERE session_id = :session AND ended_at IS NOT NULL
    AND (state = 'paused' OR (state = 'asleep' AND counted IS NOT 1))
