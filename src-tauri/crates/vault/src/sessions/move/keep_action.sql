INSERT INTO session_move_thread (move_id, kind, row_id, other_id)
SELECT :move, 'action', id, after_action_id
FROM action
WHERE after_action_id IS NOT NULL
    AND (session_id = :session) <> (after_action_id IN (SELECT id FROM action WHERE session_id = :session))
