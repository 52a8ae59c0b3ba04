SELECT pdf FROM paper WHERE version_id = :version
