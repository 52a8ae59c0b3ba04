UPDATE session SET next_session_at = :next, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
