UPDATE client
SET
    status_before_archive = CASE WHEN status = 'archived' THEN status_before_archive ELSE status END,
    status = 'archived', rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NULL
