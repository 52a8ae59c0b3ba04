UPDATE topic
SET from_topic_id = thread.other_id, rev = :rev, updated_at = :at
FROM session_move_thread AS thread
WHERE thread.move_id = :move AND thread.kind = 'topic' AND thread.row_id = topic.id
    AND topic.from_topic_id IS NULL
    AND thread.other_id IN (SELECT other.id FROM topic AS other)
