SELECT v.id
FROM agreement_version AS v
JOIN agreement AS a ON a.id = v.agreement_id
WHERE a.engagement_id = :engagement AND a.deleted_at IS NULL AND v.deleted_at IS NULL
ORDER BY a.id DESC, v.version_no DESC
LIMIT 1
