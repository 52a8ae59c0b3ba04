INSERT INTO search_text (rowid, kind, row_id, client_id, text)
SELECT id * 32 + 11, 'note', id, client_id, text
FROM note
WHERE id > (SELECT note_id FROM search_mark WHERE id = 1) AND deleted_at IS NULL AND text <> ''
