SELECT EXISTS (
    SELECT 1
    FROM session AS s
    JOIN engagement AS e ON e.id = s.engagement_id
    WHERE e.client_id = :id AND s.status = 'in_progress' AND s.deleted_at IS NULL
)
