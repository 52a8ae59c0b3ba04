INSERT INTO session_move_thread (move_id, kind, row_id, other_id)
SELECT :move, 'accountability', accountability_id, action_id
FROM accountability_action
WHERE
    (accountability_id IN (SELECT id FROM accountability WHERE session_id = :session))
    <> (action_id IN (SELECT id FROM action WHERE session_id = :session))
