UPDATE phase_label
SET deleted_at = :at, rev = :rev, updated_at = :at
WHERE model = :model AND phase = :phase AND deleted_at IS NULL
