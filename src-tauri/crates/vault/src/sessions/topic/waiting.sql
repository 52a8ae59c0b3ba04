SELECT
    t.id, t.title, t.short_name, t.status, t.phase, t.after_what_else, t.returned_at, t.session_id, s.number, s.zone,
    s.started_at
FROM topic AS t
JOIN session_numbered AS s ON s.id = t.session_id
WHERE t.client_id = :client
    AND t.session_id <> :session
    AND t.deleted_at IS NULL
    AND s.deleted_at IS NULL
    AND s.status IN ('ended', 'completed')
    AND (
        t.status = 'carried_forward'
        -- Raised and never touched; a session without a single line says nothing about what was touched.
        OR (
            t.status = 'open'
            AND s.active_topic IS NOT t.id
            AND EXISTS (SELECT 1 FROM note AS n WHERE n.session_id = s.id AND n.deleted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM note AS n WHERE n.topic_id = t.id AND n.deleted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM insight AS i WHERE i.topic_id = t.id AND i.deleted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM action AS a WHERE a.topic_id = t.id AND a.deleted_at IS NULL)
        )
    )
    AND NOT EXISTS (
        SELECT 1
        FROM topic AS later
        JOIN session AS l ON l.id = later.session_id AND l.deleted_at IS NULL
        WHERE later.from_topic_id = t.id AND later.deleted_at IS NULL
    )
ORDER BY s.started_at, t.ordinal, t.id
