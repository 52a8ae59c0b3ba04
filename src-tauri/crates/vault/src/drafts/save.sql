INSERT INTO draft (uid, rev, created_at, updated_at, session_id, editor, text)
VALUES (:uid, :rev, :at, :at, :session, :editor, :text)
ON CONFLICT (coalesce(session_id, 0), editor) DO UPDATE SET
    text = excluded.text, rev = excluded.rev, updated_at = excluded.updated_at
