SELECT EXISTS (SELECT 1 FROM note WHERE id > (SELECT note_id FROM search_mark WHERE id = 1))
