SELECT id, alias, relation
FROM person
WHERE client_id = (
    SELECT e.client_id FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id WHERE s.id = :session
) AND deleted_at IS NULL
ORDER BY id
