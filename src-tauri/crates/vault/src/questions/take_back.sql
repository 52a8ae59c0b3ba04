UPDATE question_aside
SET deleted_at = :at, rev = :rev, updated_at = :at
WHERE key = :key AND deleted_at IS NULL AND client_id = (
    SELECT e.client_id FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id WHERE s.id = :session
)
