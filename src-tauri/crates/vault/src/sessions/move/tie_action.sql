UPDATE action
SET after_action_id = thread.other_id, rev = :rev, updated_at = :at
FROM session_move_thread AS thread
WHERE thread.move_id = :move AND thread.kind = 'action' AND thread.row_id = action.id
    AND action.after_action_id IS NULL
    AND thread.other_id IN (SELECT other.id FROM action AS other)
