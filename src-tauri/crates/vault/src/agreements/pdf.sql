SELECT pdf, sha256 FROM paper WHERE version_id = :version
