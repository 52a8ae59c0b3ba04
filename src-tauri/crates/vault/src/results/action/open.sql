SELECT
    a.id, a.topic_id, a.what, a.wording, a.due_kind, a.due_text, a.due_from, a.due_date, a.due_read_from_words,
    a.after_action_id, a.support, a.success_sign, a.obstacle, a.from_note_id, a.status, a.visibility,
    a.client_id, a.session_id, c.display_name
FROM action AS a
JOIN client AS c ON c.id = a.client_id
JOIN session AS s ON s.id = a.session_id
WHERE a.status IN ('open', 'doing')
    AND a.deleted_at IS NULL
    AND s.deleted_at IS NULL
    AND (:client IS NULL OR a.client_id = :client)
ORDER BY coalesce(a.due_date, a.due_from) IS NULL, coalesce(a.due_date, a.due_from), a.session_id, a.ordinal
