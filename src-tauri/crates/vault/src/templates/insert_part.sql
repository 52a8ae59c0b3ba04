INSERT INTO template_part (uid, rev, created_at, updated_at, version_id, ordinal, key, heading, body, included)
VALUES (:uid, :rev, :at, :at, :version, :ordinal, :key, :heading, :body, :included)
