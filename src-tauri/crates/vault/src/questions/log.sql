INSERT INTO question_use (uid, rev, created_at, updated_at, session_id, at, key, intent, model, phase)
SELECT :uid, :rev, :at, :at, s.id, :at, :key, :intent, s.model, s.phase
FROM session AS s
WHERE s.id = :session AND s.deleted_at IS NULL
