INSERT INTO logo (id, uid, rev, created_at, updated_at, picture)
VALUES (1, :uid, :rev, :at, :at, :picture)
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, deleted_at = NULL, picture = excluded.picture
