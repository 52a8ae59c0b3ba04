INSERT INTO session_move_thread (move_id, kind, row_id, other_id)
SELECT :move, 'topic', id, from_topic_id
FROM topic
WHERE from_topic_id IS NOT NULL
    AND (session_id = :session) <> (from_topic_id IN (SELECT id FROM topic WHERE session_id = :session))
