UPDATE template SET in_use = :used, rev = :rev, updated_at = :at WHERE id = :id AND deleted_at IS NULL
