SELECT r.created_at, r.text
FROM note_revision AS r
JOIN note AS n ON n.id = r.note_id AND n.deleted_at IS NULL
WHERE r.note_id = :id AND r.text IS NOT n.text
ORDER BY r.id
