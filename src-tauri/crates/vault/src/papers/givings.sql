SELECT g.paper_id, g.created_at, g.recipient, g.way, g.locked
FROM giving AS g
JOIN paper AS p ON p.id = g.paper_id
WHERE p.client_id = :client AND p.deleted_at IS NULL
ORDER BY g.id DESC
