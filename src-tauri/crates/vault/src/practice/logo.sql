SELECT picture FROM logo WHERE id = 1 AND deleted_at IS NULL
