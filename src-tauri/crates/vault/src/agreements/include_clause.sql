UPDATE agreement_clause
SET included = :included, rev = :rev, updated_at = :at
WHERE version_id = :version AND key = :key AND deleted_at IS NULL
