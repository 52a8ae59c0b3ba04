INSERT INTO person (
    id, uid, rev, created_at, updated_at, client_id, session_id, alias, relation
)
SELECT
    :id, :uid, :rev, :at, :at, e.client_id, s.id, :alias, :relation
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM person WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, alias = excluded.alias, relation = excluded.relation
