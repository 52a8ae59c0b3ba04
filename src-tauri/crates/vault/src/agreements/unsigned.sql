SELECT v.id AS version_id, e.id AS engagement_id, c.id AS client_id, c.display_name, v.issued_at
FROM agreement_version AS v
JOIN agreement AS a ON a.id = v.agreement_id
JOIN engagement AS e ON e.id = a.engagement_id AND e.deleted_at IS NULL
JOIN client AS c ON c.id = e.client_id AND c.deleted_at IS NULL
WHERE v.status = 'issued' AND v.issued_at <= :before AND v.deleted_at IS NULL
ORDER BY v.issued_at, v.id
