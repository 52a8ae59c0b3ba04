SELECT max(at) AS last_at FROM note WHERE session_id = :id
