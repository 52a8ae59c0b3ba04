SELECT at, key, intent, model, phase
FROM question_use
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY id
