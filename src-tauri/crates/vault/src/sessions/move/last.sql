SELECT id, created_at, from_engagement, plan_id
FROM session_move
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY id DESC
LIMIT 1
