-- Nobody will know of an action of somebody else's.
DELETE FROM accountability_action
WHERE
    (accountability_id IN (SELECT id FROM accountability WHERE session_id = :session))
    <> (action_id IN (SELECT id FROM action WHERE session_id = :session))
