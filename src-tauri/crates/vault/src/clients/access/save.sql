INSERT INTO access_review (uid, rev, created_at, updated_at, client_id, record_sha256, choice, words)
SELECT :uid, :rev, :at, :at, id, :record, :choice, :words
FROM client
WHERE id = :client AND deleted_at IS NULL
ON CONFLICT (client_id, record_sha256) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, deleted_at = NULL,
    choice = excluded.choice,
    words = excluded.words
