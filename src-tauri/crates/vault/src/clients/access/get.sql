SELECT record_sha256, choice, words FROM access_review WHERE client_id = :client AND deleted_at IS NULL
