SELECT id FROM template WHERE kind = :kind AND language = :language AND in_use = 1 AND deleted_at IS NULL
