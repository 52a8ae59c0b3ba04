UPDATE session
SET ended_at = :ended_at, end_assumed = 0, rev = :rev, updated_at = :at
WHERE id = :id AND status IN ('ended', 'completed') AND deleted_at IS NULL
