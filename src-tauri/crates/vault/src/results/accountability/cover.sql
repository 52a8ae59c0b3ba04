INSERT INTO accountability_action (accountability_id, action_id)
SELECT a.id, x.id
FROM accountability AS a
JOIN action AS x ON x.client_id = a.client_id
WHERE a.id = :id AND x.id = :action
ON CONFLICT DO NOTHING
