UPDATE consent
SET deleted_at = CASE WHEN :removed THEN :at END, rev = :rev, updated_at = :at
WHERE id = :id AND client_id = (
    SELECT e.client_id FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id WHERE s.id = :session
)
