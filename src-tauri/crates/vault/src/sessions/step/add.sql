INSERT INTO session_step (uid, rev, created_at, updated_at, session_id, kind)
SELECT :uid, :rev, :at, :at, s.id, :kind
FROM session AS s
WHERE s.id = :session AND s.deleted_at IS NULL
