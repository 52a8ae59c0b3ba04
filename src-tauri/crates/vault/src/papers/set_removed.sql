UPDATE paper
SET deleted_at = CASE WHEN :removed THEN :at END, rev = :rev, updated_at = :at
-- An agreement stays with its version.
WHERE id = :id AND version_id IS NULL
