INSERT INTO practice_answer (uid, rev, created_at, updated_at, key, value)
VALUES (:uid, :rev, :at, :at, :key, :value)
ON CONFLICT (key) DO UPDATE SET
    value = excluded.value, deleted_at = NULL, rev = excluded.rev, updated_at = excluded.updated_at
