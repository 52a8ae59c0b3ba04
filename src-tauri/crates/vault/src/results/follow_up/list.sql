SELECT
    id, owner, what, due_date, done, visibility
FROM follow_up
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
