INSERT INTO paper (uid, rev, created_at, updated_at, version_id, hash, pdf)
VALUES (:uid, :rev, :at, :at, :version, :hash, :pdf)
