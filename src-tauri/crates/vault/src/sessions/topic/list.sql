SELECT
    id, title, short_name, status, phase, after_what_else, returned_at
FROM topic
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
