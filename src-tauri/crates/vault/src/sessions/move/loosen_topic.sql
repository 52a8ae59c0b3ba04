-- A topic takes up no topic of somebody else's.
UPDATE topic
SET from_topic_id = NULL, rev = :rev, updated_at = :at
WHERE from_topic_id IS NOT NULL
    AND (session_id = :session) <> (from_topic_id IN (SELECT id FROM topic WHERE session_id = :session))
