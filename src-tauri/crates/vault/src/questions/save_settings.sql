INSERT INTO question_settings (id, uid, rev, created_at, updated_at, default_model, log_uses, column_closed)
VALUES (1, :uid, :rev, :at, :at, :default_model, :log_uses, :column_closed)
ON CONFLICT (id) DO UPDATE SET
    default_model = excluded.default_model, log_uses = excluded.log_uses, column_closed = excluded.column_closed,
    rev = excluded.rev, updated_at = excluded.updated_at
