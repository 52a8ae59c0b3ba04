UPDATE follow_up SET done = :done, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
