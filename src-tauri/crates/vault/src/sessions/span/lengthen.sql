UPDATE session_span
SET ended_at = :until, rev = :rev, updated_at = :at
WHERE id = :id AND ended_at < :until
