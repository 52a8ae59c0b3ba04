DELETE FROM agreement_clause WHERE version_id = :version
