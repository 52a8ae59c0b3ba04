UPDATE session
SET planned_at = :planned_at, planned_minutes = :planned_minutes, rev = :rev, updated_at = :at
WHERE id = :id AND status = 'planned' AND deleted_at IS NULL
