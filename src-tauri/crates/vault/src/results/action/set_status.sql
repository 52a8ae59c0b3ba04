UPDATE action SET status = :status, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
