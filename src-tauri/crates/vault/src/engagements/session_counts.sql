SELECT
    coalesce(e.sessions_before, 0) + (
        SELECT count(*)
        FROM session AS s
        WHERE s.engagement_id = e.id AND s.deleted_at IS NULL AND s.status IN ('in_progress', 'ended', 'completed')
    ) AS held,
    e.planned_sessions AS planned
FROM engagement AS e
WHERE e.id = :id AND e.deleted_at IS NULL
