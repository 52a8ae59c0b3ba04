UPDATE session
SET paused_ms = :paused_ms, paused_since = :paused_since, rev = :rev, updated_at = :at
WHERE id = :id AND status = 'in_progress'
