SELECT id FROM note WHERE session_id = :session AND left_out = 1 AND wiped_at IS NULL
