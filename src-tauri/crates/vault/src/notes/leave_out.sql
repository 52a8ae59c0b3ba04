UPDATE note SET left_out = 1, deleted_at = :at, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
