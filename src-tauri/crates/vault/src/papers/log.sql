INSERT INTO giving (uid, rev, created_at, updated_at, paper_id, recipient, way, locked)
SELECT :uid, :rev, :at, :at, id, :recipient, :way, :locked FROM paper WHERE id = :paper AND deleted_at IS NULL
