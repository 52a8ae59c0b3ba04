SELECT id FROM insight WHERE from_note_id = :id AND deleted_at IS NULL ORDER BY id
