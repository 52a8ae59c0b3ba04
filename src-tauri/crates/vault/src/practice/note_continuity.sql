INSERT INTO continuity_print (uid, rev, created_at, updated_at) VALUES (:uid, :rev, :at, :at)
