SELECT
    id, topic_id, what, wording, due_kind, due_text, due_from, due_date, due_read_from_words,
    after_action_id, support, success_sign, obstacle, from_note_id, status, visibility
FROM action
WHERE id = :id AND deleted_at IS NULL
