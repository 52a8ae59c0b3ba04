SELECT key, done_at, acknowledged, note
FROM session_check
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY done_at, id
