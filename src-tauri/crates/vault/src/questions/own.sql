SELECT uid, phase, intent, text FROM own_question WHERE deleted_at IS NULL ORDER BY id
