DELETE FROM draft
WHERE editor = 'note:' || :id AND place = (SELECT session_id FROM note WHERE id = :id)
