INSERT INTO phase_label (uid, rev, created_at, updated_at, model, phase, label)
VALUES (:uid, :rev, :at, :at, :model, :phase, :label)
ON CONFLICT (model, phase) DO UPDATE SET
    label = excluded.label, deleted_at = NULL, rev = excluded.rev, updated_at = excluded.updated_at
