INSERT INTO gap_fill (uid, rev, created_at, updated_at, version_id, key, kind, words)
VALUES (:uid, :rev, :at, :at, :version, :key, :kind, :words)
ON CONFLICT (version_id, key) DO UPDATE SET
    kind = excluded.kind, words = excluded.words, rev = excluded.rev, updated_at = excluded.updated_at
