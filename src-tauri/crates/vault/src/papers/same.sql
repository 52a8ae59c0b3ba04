SELECT id FROM paper WHERE client_id = :client AND sha256 = :sha256 AND deleted_at IS NULL
