UPDATE session
SET
    status = 'ended', ended_at = :ended_at, end_assumed = :assumed, paused_ms = :paused_ms, paused_since = NULL,
    rev = :rev, updated_at = :at
WHERE id = :id AND status = 'in_progress'
