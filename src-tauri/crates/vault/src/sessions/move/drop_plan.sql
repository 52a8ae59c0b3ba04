UPDATE session
SET deleted_at = :at, rev = :rev, updated_at = :at
WHERE id = :plan AND status = 'planned' AND deleted_at IS NULL
