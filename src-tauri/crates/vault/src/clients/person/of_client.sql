SELECT id, alias, relation FROM person WHERE client_id = :client AND deleted_at IS NULL ORDER BY id
