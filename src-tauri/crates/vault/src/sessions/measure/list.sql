SELECT
    id, topic_id, text, how_known, result, evidence, assessed_by
FROM measure
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
