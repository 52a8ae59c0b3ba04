INSERT INTO action (
    id, uid, rev, created_at, updated_at, session_id, client_id, ordinal, topic_id, what, wording, due_kind,
    due_text, due_from, due_date, due_read_from_words, after_action_id, support, success_sign, obstacle,
    from_note_id, status, visibility
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM action WHERE session_id = s.id), :topic_id, :what, :wording,
    :due_kind, :due_text, :due_from, :due_date, :due_read_from_words, :after_action_id, :support, :success_sign,
    :obstacle, :from_note_id, :status, :visibility
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM action WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, topic_id = excluded.topic_id, what = excluded.what,
    wording = excluded.wording, due_kind = excluded.due_kind, due_text = excluded.due_text,
    due_from = excluded.due_from, due_date = excluded.due_date, due_read_from_words = excluded.due_read_from_words,
    after_action_id = excluded.after_action_id, support = excluded.support, success_sign = excluded.success_sign,
    obstacle = excluded.obstacle, from_note_id = excluded.from_note_id, status = excluded.status,
    visibility = excluded.visibility
