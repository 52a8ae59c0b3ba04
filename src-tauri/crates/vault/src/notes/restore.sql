UPDATE note
SET left_out = 0, deleted_at = NULL, rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NOT NULL AND wiped_at IS NULL
