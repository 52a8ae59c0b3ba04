SELECT client_id, started_at, ended_at, paused_ms, paused_since
FROM session_numbered
WHERE id = :id AND deleted_at IS NULL
