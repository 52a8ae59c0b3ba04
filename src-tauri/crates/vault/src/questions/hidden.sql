INSERT INTO question_choice (uid, rev, created_at, updated_at, key, hidden)
VALUES (:uid, :rev, :at, :at, :key, :on)
ON CONFLICT (key) DO UPDATE SET hidden = excluded.hidden, rev = excluded.rev, updated_at = excluded.updated_at
