INSERT INTO focus_line (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, slot, text, result, evidence, assessed_by
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM focus_line WHERE session_id = s.id), :slot, :text, :result, :evidence,
    :assessed_by
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM focus_line WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, slot = excluded.slot, text = excluded.text,
    result = excluded.result, evidence = excluded.evidence, assessed_by = excluded.assessed_by
