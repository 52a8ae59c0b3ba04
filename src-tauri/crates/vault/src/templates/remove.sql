UPDATE template SET deleted_at = :at, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
