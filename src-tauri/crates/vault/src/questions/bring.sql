UPDATE question_aside
SET session_id = :session, rev = :rev, updated_at = :at
WHERE scope = 'next' AND session_id IS NULL AND deleted_at IS NULL AND client_id = (
    SELECT e.client_id FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id WHERE s.id = :session
)
