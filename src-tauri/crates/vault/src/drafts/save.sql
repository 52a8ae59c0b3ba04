INSERT INTO draft (place, editor, rev, created_at, updated_at, session_id, text)
VALUES (coalesce(:session, 0), :editor, :rev, :at, :at, :session, :text)
ON CONFLICT (place, editor) DO UPDATE SET
    text = excluded.text, rev = excluded.rev, updated_at = excluded.updated_at
