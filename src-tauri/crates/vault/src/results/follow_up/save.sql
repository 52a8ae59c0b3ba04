INSERT INTO follow_up (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, owner, what, due_date, done, visibility
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM follow_up WHERE session_id = s.id), :owner, :what, :due_date, :done,
    :visibility
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM follow_up WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, owner = excluded.owner, what = excluded.what,
    due_date = excluded.due_date, done = excluded.done, visibility = excluded.visibility
