SELECT text FROM draft WHERE coalesce(session_id, 0) = coalesce(:session, 0) AND editor = :editor
