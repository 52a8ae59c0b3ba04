DELETE FROM gap_fill WHERE version_id = :version AND key = :key
