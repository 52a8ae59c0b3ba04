UPDATE practice_answer SET deleted_at = :at, rev = :rev, updated_at = :at WHERE key = :key AND deleted_at IS NULL
