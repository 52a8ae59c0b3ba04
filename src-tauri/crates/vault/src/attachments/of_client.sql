SELECT
    f.id, f.uid, f.rev, f.created_at, f.session_id, f.version_id, f.name, f.media_type, f.bytes, f.sha256,
    f.stored_name
FROM attachment AS f
LEFT JOIN session AS s ON s.id = f.session_id
LEFT JOIN agreement_version AS v ON v.id = f.version_id
LEFT JOIN agreement AS a ON a.id = v.agreement_id
JOIN engagement AS e ON e.id = coalesce(s.engagement_id, a.engagement_id)
WHERE e.client_id = :client
    AND f.deleted_at IS NULL AND s.deleted_at IS NULL AND v.deleted_at IS NULL
ORDER BY f.id DESC
