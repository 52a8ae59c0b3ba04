UPDATE search_mark SET note_id = (SELECT max(id) FROM note) WHERE id = 1
