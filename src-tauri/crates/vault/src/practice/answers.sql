SELECT key, value FROM practice_answer WHERE deleted_at IS NULL ORDER BY key
