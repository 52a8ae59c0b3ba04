UPDATE action
SET
    due_kind = :due_kind, due_text = :due_text, due_from = :due_from, due_date = :due_date,
    due_read_from_words = :due_read_from_words, rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NULL
