DELETE FROM access_review WHERE client_id = :client AND record_sha256 = :record
