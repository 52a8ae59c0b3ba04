SELECT created_at, text FROM note_revision WHERE note_id = :id ORDER BY id
