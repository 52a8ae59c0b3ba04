SELECT
    c.id, c.rev, c.pseudonym, c.display_name, c.legal_name, c.preferred_name, c.pronouns, c.language, c.email, c.phone,
    c.address, c.role_title, c.role_now, c.background, c.sector, c.organisation, c.call_link, c.status,
    c.large_print, c.paper_size,
    (
        SELECT count(*)
        FROM action AS a
        JOIN session AS s ON s.id = a.session_id AND s.deleted_at IS NULL
        WHERE a.client_id = c.id AND a.status IN ('open', 'doing') AND a.deleted_at IS NULL
    ) AS open_actions,
    (
        SELECT max(s.started_at)
        FROM session AS s
        JOIN engagement AS x ON x.id = s.engagement_id
        WHERE x.client_id = c.id AND s.deleted_at IS NULL
    ) AS last_session_at,
    (
        -- A planned session, or the date agreed in the last one; what has passed is not next.
        SELECT min(next_at)
        FROM (
            SELECT CASE WHEN s.status = 'planned' THEN s.planned_at ELSE s.next_session_at END AS next_at
            FROM session AS s
            JOIN engagement AS x ON x.id = s.engagement_id
            WHERE x.client_id = c.id AND s.deleted_at IS NULL
        )
        WHERE next_at >= :now
    ) AS next_session_at,
    e.title AS engagement_title,
    coalesce(e.sessions_before, 0) + (
        SELECT count(*)
        FROM session AS s
        WHERE s.engagement_id = e.id AND s.deleted_at IS NULL AND s.status IN ('in_progress', 'ended', 'completed')
    ) AS sessions_held,
    e.planned_sessions AS sessions_planned,
    coalesce(
        (
            SELECT v.status
            FROM agreement AS g
            JOIN agreement_version AS v ON v.agreement_id = g.id AND v.deleted_at IS NULL
            WHERE g.engagement_id = e.id AND v.status <> 'superseded'
            ORDER BY v.status = 'signed' DESC, v.status = 'issued' DESC, v.version_no DESC
            LIMIT 1
        ),
        CASE WHEN e.signed_on_paper IS NOT NULL THEN 'signed' END
    ) AS agreement_state
FROM client AS c
LEFT JOIN engagement AS e ON e.id = (
    SELECT max(id) FROM engagement WHERE client_id = c.id AND deleted_at IS NULL
)
WHERE c.deleted_at IS NULL
ORDER BY c.display_name COLLATE NOCASE, c.id
