SELECT f.id, f.owner, f.what, f.due_date, f.done, f.visibility, f.session_id, c.id AS client_id, c.display_name
FROM follow_up AS f
JOIN session AS s ON s.id = f.session_id AND s.deleted_at IS NULL
JOIN client AS c ON c.id = f.client_id AND c.deleted_at IS NULL AND c.status <> 'archived'
WHERE f.done = 0 AND f.deleted_at IS NULL
ORDER BY f.due_date IS NULL, f.due_date, f.id
