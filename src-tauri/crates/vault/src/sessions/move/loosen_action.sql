-- An action waits for no action of somebody else's.
UPDATE action
SET after_action_id = NULL, rev = :rev, updated_at = :at
WHERE after_action_id IS NOT NULL
    AND (session_id = :session) <> (after_action_id IN (SELECT id FROM action WHERE session_id = :session))
