INSERT INTO safety_copy (uid, rev, created_at, updated_at, other_disk) VALUES (:uid, :rev, :at, :at, :other_disk)
