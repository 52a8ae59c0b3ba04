-- What was counted after the session's last line did not happen in it.
UPDATE session_span
SET ended_at = max(started_at, :until), rev = :rev, updated_at = :at
WHERE session_id = :session AND ended_at > :until
