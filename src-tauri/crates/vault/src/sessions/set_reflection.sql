UPDATE session SET reflection = :text, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
