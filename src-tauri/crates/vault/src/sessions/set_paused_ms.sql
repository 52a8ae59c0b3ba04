UPDATE session
SET paused_ms = :paused_ms, rev = :rev, updated_at = :at
WHERE id = :id AND status IN ('in_progress', 'ended', 'completed') AND deleted_at IS NULL
