UPDATE logo
SET deleted_at = CASE WHEN :removed THEN :at END, rev = :rev, updated_at = :at
WHERE id = 1
