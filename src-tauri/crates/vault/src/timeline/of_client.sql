SELECT kind, id, at, title, state, session_id
FROM (
    SELECT 'session' AS kind, s.id, coalesce(s.started_at, s.planned_at, s.created_at) AS at, NULL AS title,
        s.status AS state, s.id AS session_id
    FROM session AS s
    JOIN engagement AS e ON e.id = s.engagement_id
    WHERE e.client_id = :client AND s.deleted_at IS NULL
    UNION ALL
    SELECT 'agreement_issued', v.id, v.issued_at, CAST(v.version_no AS TEXT), v.status, NULL
    FROM agreement_version AS v
    JOIN agreement AS a ON a.id = v.agreement_id
    JOIN engagement AS e ON e.id = a.engagement_id
    WHERE e.client_id = :client AND v.issued_at IS NOT NULL AND v.deleted_at IS NULL
    UNION ALL
    SELECT 'agreement_signed', v.id, v.signed_on, CAST(v.version_no AS TEXT), v.status, NULL
    FROM agreement_version AS v
    JOIN agreement AS a ON a.id = v.agreement_id
    JOIN engagement AS e ON e.id = a.engagement_id
    WHERE e.client_id = :client AND v.signed_on IS NOT NULL AND v.deleted_at IS NULL
    UNION ALL
    SELECT 'consent', c.id, coalesce(c.given_on, c.created_at), c.purpose, c.decision, c.session_id
    FROM consent AS c
    WHERE c.client_id = :client AND c.deleted_at IS NULL
    UNION ALL
    SELECT 'consent_withdrawn', c.id, c.withdrawn_at, c.purpose, c.decision, c.session_id
    FROM consent AS c
    WHERE c.client_id = :client AND c.withdrawn_at IS NOT NULL AND c.deleted_at IS NULL
    UNION ALL
    SELECT 'action', a.id, a.created_at, a.what, a.status, a.session_id
    FROM action AS a
    JOIN session AS s ON s.id = a.session_id AND s.deleted_at IS NULL
    WHERE a.client_id = :client AND a.deleted_at IS NULL
    UNION ALL
    -- That a session was begun with the wrong client, on both sides; on the wrong one without the session.
    SELECT 'session_moved_away', m.id, m.created_at, NULL, NULL, NULL
    FROM session_move AS m
    JOIN engagement AS e ON e.id = m.from_engagement
    WHERE e.client_id = :client AND m.deleted_at IS NULL
    UNION ALL
    SELECT 'session_moved_here', m.id, m.created_at, NULL, NULL, m.session_id
    FROM session_move AS m
    JOIN engagement AS e ON e.id = m.to_engagement
    JOIN session AS s ON s.id = m.session_id AND s.deleted_at IS NULL
    WHERE e.client_id = :client AND m.deleted_at IS NULL
    UNION ALL
    SELECT 'engagement', e.id, coalesce(e.start_date, e.created_at), e.title, NULL, NULL
    FROM engagement AS e
    WHERE e.client_id = :client AND e.deleted_at IS NULL
)
ORDER BY at DESC, kind, id DESC
