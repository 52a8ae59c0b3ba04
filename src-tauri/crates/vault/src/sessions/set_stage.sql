UPDATE session
SET active_topic = :topic, phase = :phase, rev = :rev, updated_at = :at
WHERE id = :id AND deleted_at IS NULL
