SELECT
    id, text, from_note_id, visibility
FROM development_area
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
