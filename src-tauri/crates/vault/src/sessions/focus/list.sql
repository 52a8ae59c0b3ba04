SELECT
    id, slot, text, result, evidence, assessed_by
FROM focus_line
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
