UPDATE topic
SET client_id = (SELECT client_id FROM engagement WHERE id = :engagement), from_topic_id = NULL, rev = :rev, updated_at = :at
WHERE session_id = :session
