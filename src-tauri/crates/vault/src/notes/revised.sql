SELECT r.note_id, count(*) AS earlier
FROM note_revision AS r
JOIN note AS n ON n.id = r.note_id AND n.deleted_at IS NULL
WHERE n.session_id = :session AND r.text IS NOT n.text
GROUP BY r.note_id
