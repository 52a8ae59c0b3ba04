-- The last moment at which anything was written down in a session.
SELECT max(at) AS last_at
FROM (
    SELECT updated_at AS at FROM session WHERE id = :session
    UNION ALL
    SELECT max(updated_at) FROM session_span WHERE session_id = :session
    UNION ALL
    SELECT max(updated_at) FROM note WHERE session_id = :session
    UNION ALL
    SELECT max(updated_at) FROM draft WHERE place = :session
    UNION ALL
    SELECT max(updated_at) FROM topic WHERE session_id = :session
    UNION ALL
    SELECT max(updated_at) FROM focus_line WHERE session_id = :session
    UNION ALL
    SELECT max(updated_at) FROM measure WHERE session_id = :session
    UNION ALL
    SELECT max(updated_at) FROM action WHERE session_id = :session
)
