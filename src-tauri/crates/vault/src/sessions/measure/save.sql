INSERT INTO measure (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, topic_id, text, how_known, result,
    evidence, assessed_by
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM measure WHERE session_id = s.id), :topic_id, :text, :how_known,
    :result, :evidence, :assessed_by
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM measure WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, topic_id = excluded.topic_id, text = excluded.text,
    how_known = excluded.how_known, result = excluded.result, evidence = excluded.evidence,
    assessed_by = excluded.assessed_by
