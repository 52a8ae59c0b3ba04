UPDATE session_span
SET
    started_at = strftime('%Y-%m-%dT%H:%M:%fZ', started_at, :shift),
    ended_at = strftime('%Y-%m-%dT%H:%M:%fZ', ended_at, :shift),
    rev = :rev, updated_at = :at
WHERE session_id = :session
