SELECT editor, text FROM draft WHERE place = :session ORDER BY created_at, editor
