SELECT g.id, g.text, g.from_note_id, g.visibility
FROM development_area AS g
JOIN session AS s ON s.id = g.session_id AND s.deleted_at IS NULL
WHERE g.client_id = :client AND g.deleted_at IS NULL
ORDER BY coalesce(s.started_at, s.planned_at), g.session_id, g.ordinal, g.id
