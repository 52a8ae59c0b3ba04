SELECT c.id AS client_id, c.display_name, count(*) AS count
FROM action AS a
JOIN session AS s ON s.id = a.session_id AND s.deleted_at IS NULL
JOIN client AS c ON c.id = a.client_id AND c.deleted_at IS NULL AND c.status <> 'archived'
WHERE a.status IN ('open', 'doing') AND a.deleted_at IS NULL
GROUP BY c.id
ORDER BY c.display_name COLLATE NOCASE, c.id
