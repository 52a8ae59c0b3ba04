SELECT id FROM paper WHERE version_id = :version
