UPDATE session_move SET deleted_at = :at, rev = :rev, updated_at = :at WHERE id = :id
