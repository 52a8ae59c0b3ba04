UPDATE session SET for_next_time = :text, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
