SELECT
    id, topic_id, text, in_client_words, from_note_id, visibility
FROM insight
WHERE session_id = :session AND deleted_at IS NULL
ORDER BY ordinal, id
