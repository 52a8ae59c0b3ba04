DELETE FROM note_revision WHERE note_id = :id
