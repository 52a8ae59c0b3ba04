INSERT INTO topic (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, title, short_name, status, phase,
    after_what_else, returned_at
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM topic WHERE session_id = s.id), :title, :short_name, :status, :phase,
    :after_what_else, :returned_at
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM topic WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, title = excluded.title, short_name = excluded.short_name,
    status = excluded.status, phase = excluded.phase, after_what_else = excluded.after_what_else,
    returned_at = excluded.returned_at
