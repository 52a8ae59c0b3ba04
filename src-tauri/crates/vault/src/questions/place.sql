INSERT INTO question_choice (uid, rev, created_at, updated_at, key, place)
VALUES (:uid, :rev, :at, :at, :key, :place)
ON CONFLICT (key) DO UPDATE SET place = excluded.place, rev = excluded.rev, updated_at = excluded.updated_at
