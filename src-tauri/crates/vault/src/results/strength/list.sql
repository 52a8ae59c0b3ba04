SELECT
    id, text, named_by, from_note_id, visibility
FROM strength
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
