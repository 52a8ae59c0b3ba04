SELECT f.id, f.owner, f.what, f.due_date, f.done, f.visibility
FROM follow_up AS f
JOIN session AS s ON s.id = f.session_id AND s.deleted_at IS NULL
WHERE f.client_id = :client AND f.done = 0 AND f.deleted_at IS NULL
ORDER BY f.due_date IS NULL, f.due_date, f.id
