INSERT INTO note_revision (uid, rev, created_at, updated_at, note_id, text)
SELECT :uid, :rev, :at, :at, n.id, n.text
FROM note AS n
WHERE n.id = :id
    AND n.deleted_at IS NULL
    AND n.text IS NOT (SELECT r.text FROM note_revision AS r WHERE r.note_id = n.id ORDER BY r.id DESC LIMIT 1)
