SELECT model, phase, label FROM phase_label WHERE deleted_at IS NULL ORDER BY id
