INSERT INTO session_check (
    uid, rev, created_at, updated_at, session_id, client_id, key, done_at, acknowledged, note
)
SELECT :uid, :rev, :at, :at, s.id, e.client_id, :key, :at, :acknowledged, :note
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
ON CONFLICT (session_id, key) DO UPDATE SET
    -- Ticked again after a slip: the moment is the new one. Only its answer changed: the moment stays.
    done_at = CASE WHEN session_check.deleted_at IS NULL THEN session_check.done_at ELSE excluded.done_at END,
    acknowledged = excluded.acknowledged, note = excluded.note, deleted_at = NULL, rev = excluded.rev,
    updated_at = excluded.updated_at
