INSERT OR IGNORE INTO accountability_action (accountability_id, action_id)
SELECT row_id, other_id
FROM session_move_thread
WHERE move_id = :move AND kind = 'accountability'
    AND row_id IN (SELECT id FROM accountability)
    AND other_id IN (SELECT id FROM action)
