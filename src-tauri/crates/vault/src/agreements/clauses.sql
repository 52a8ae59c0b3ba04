SELECT key, heading, body, included FROM agreement_clause WHERE version_id = :version AND deleted_at IS NULL ORDER BY ordinal, id
