UPDATE session_span
SET ended_at = max(started_at, :until), rev = :rev, updated_at = :at
WHERE session_id = :session AND ended_at IS NULL
