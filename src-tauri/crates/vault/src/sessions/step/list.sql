SELECT kind, created_at FROM session_step WHERE session_id = :session AND deleted_at IS NULL ORDER BY id
