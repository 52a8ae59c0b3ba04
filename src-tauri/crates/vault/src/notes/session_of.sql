SELECT session_id FROM note WHERE id = :id
