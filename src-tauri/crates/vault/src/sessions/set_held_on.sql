UPDATE session
SET started_at = :started_at, ended_at = :ended_at, paused_since = :paused_since, rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NULL
