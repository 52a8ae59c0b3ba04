SELECT
    a.key,
    CASE WHEN a.scope = 'client' THEN 'client' WHEN a.session_id IS NULL THEN 'next' ELSE 'today' END AS aside
FROM question_aside AS a
JOIN session AS s ON s.id = :session
JOIN engagement AS e ON e.id = s.engagement_id AND e.client_id = a.client_id
WHERE a.deleted_at IS NULL AND (a.session_id IS NULL OR a.session_id = :session)
ORDER BY a.rev
