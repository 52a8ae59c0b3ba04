INSERT INTO template (uid, rev, created_at, updated_at, kind, name, language, in_use)
VALUES (:uid, :rev, :at, :at, :kind, :name, :language, 0)
