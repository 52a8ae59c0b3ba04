INSERT INTO topic (
    uid, rev, created_at, updated_at, session_id, client_id, ordinal, title, short_name, status, phase, after_what_else,
    from_topic_id
)
SELECT
    :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM topic WHERE session_id = s.id), t.title, t.short_name, 'open', 'G', 0, t.id
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
JOIN topic AS t ON t.id = :topic AND t.client_id = e.client_id AND t.session_id <> s.id AND t.deleted_at IS NULL
WHERE s.id = :session
    AND s.deleted_at IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM topic AS later
        JOIN session AS l ON l.id = later.session_id AND l.deleted_at IS NULL
        WHERE later.from_topic_id = t.id AND later.deleted_at IS NULL
    )
