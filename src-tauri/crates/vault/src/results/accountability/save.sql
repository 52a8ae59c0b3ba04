INSERT INTO accountability (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, kind, who, how, how_often, visibility
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM accountability WHERE session_id = s.id), :kind, :who, :how,
    :how_often, :visibility
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM accountability WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, kind = excluded.kind, who = excluded.who,
    how = excluded.how, how_often = excluded.how_often, visibility = excluded.visibility
