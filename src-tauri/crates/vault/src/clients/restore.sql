UPDATE client
SET
    status = CASE WHEN status = 'archived' THEN coalesce(status_before_archive, 'active') ELSE status END,
    status_before_archive = NULL, rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NULL
