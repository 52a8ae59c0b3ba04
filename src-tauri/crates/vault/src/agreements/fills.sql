SELECT key, words FROM gap_fill WHERE version_id = :version AND deleted_at IS NULL ORDER BY key
