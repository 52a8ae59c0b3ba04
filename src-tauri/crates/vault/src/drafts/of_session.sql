SELECT editor, text FROM draft WHERE coalesce(session_id, 0) = :session ORDER BY id
