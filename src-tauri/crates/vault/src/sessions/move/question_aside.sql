UPDATE question_aside
SET session_id = NULL, rev = :rev, updated_at = :at
WHERE session_id = :session AND client_id <> (SELECT client_id FROM engagement WHERE id = :engagement)
