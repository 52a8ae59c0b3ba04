SELECT e.client_id FROM session AS s JOIN engagement AS e ON e.id = s.engagement_id WHERE s.id = :id
