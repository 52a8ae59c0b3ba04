UPDATE session
SET status = :status, rev = :rev, updated_at = :at
WHERE id = :id AND status = :was AND deleted_at IS NULL
