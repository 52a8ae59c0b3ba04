SELECT
    (
        SELECT count(*) FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id
        WHERE e.client_id = :id AND s.deleted_at IS NULL
    ) AS sessions,
    (
        SELECT count(*) FROM note AS n
        JOIN session AS s ON s.id = n.session_id
        JOIN engagement AS e ON e.id = s.engagement_id
        WHERE e.client_id = :id AND n.deleted_at IS NULL
    ) AS notes,
    (SELECT count(*) FROM insight WHERE client_id = :id AND deleted_at IS NULL)
        + (SELECT count(*) FROM strength WHERE client_id = :id AND deleted_at IS NULL)
        + (SELECT count(*) FROM resource WHERE client_id = :id AND deleted_at IS NULL)
        + (SELECT count(*) FROM development_area WHERE client_id = :id AND deleted_at IS NULL)
        + (SELECT count(*) FROM action WHERE client_id = :id AND deleted_at IS NULL)
        + (SELECT count(*) FROM follow_up WHERE client_id = :id AND deleted_at IS NULL) AS results,
    (SELECT count(*) FROM paper WHERE client_id = :id AND deleted_at IS NULL) AS papers,
    (
        SELECT count(*) FROM attachment AS a
        LEFT JOIN session AS s ON s.id = a.session_id
        LEFT JOIN agreement_version AS v ON v.id = a.version_id
        LEFT JOIN agreement AS g ON g.id = v.agreement_id
        JOIN engagement AS e ON e.id = coalesce(s.engagement_id, g.engagement_id)
        WHERE e.client_id = :id AND a.deleted_at IS NULL
    ) AS scans
