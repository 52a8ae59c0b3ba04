UPDATE consent
SET decision = 'withdrawn', withdrawn_at = :at, rev = :rev, updated_at = :at
WHERE id = :id AND decision = 'granted' AND deleted_at IS NULL
