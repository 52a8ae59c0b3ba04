INSERT INTO question_aside (uid, rev, created_at, updated_at, client_id, key, scope)
SELECT :uid, :rev, :at, :at, e.client_id, :key, :scope
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session AND s.deleted_at IS NULL
ON CONFLICT (client_id, key) DO UPDATE SET
    scope = excluded.scope, session_id = NULL, deleted_at = NULL, rev = excluded.rev, updated_at = excluded.updated_at
