INSERT INTO question_choice (uid, rev, created_at, updated_at, key, favourite)
VALUES (:uid, :rev, :at, :at, :key, :on)
ON CONFLICT (key) DO UPDATE SET favourite = excluded.favourite, rev = excluded.rev, updated_at = excluded.updated_at
