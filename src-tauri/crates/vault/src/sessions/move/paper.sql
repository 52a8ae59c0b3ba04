UPDATE paper
SET client_id = (SELECT client_id FROM engagement WHERE id = :engagement), rev = :rev, updated_at = :at
WHERE session_id = :session
