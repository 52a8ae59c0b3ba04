DELETE FROM draft
WHERE editor = 'note:' || :id AND session_id = (SELECT session_id FROM note WHERE id = :id)
