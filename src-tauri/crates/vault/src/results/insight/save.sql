INSERT INTO insight (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, topic_id, text, in_client_words,
    from_note_id, visibility
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM insight WHERE session_id = s.id), :topic_id, :text, :in_client_words,
    :from_note_id, :visibility
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM insight WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, topic_id = excluded.topic_id, text = excluded.text,
    in_client_words = excluded.in_client_words, from_note_id = excluded.from_note_id,
    visibility = excluded.visibility
