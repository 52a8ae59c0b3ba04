SELECT
    v.id, v.agreement_id, a.engagement_id, v.rev, v.version_no, v.status, v.issued_at, v.signed_on,
    EXISTS (SELECT 1 FROM paper AS p WHERE p.version_id = v.id) AS has_pdf
FROM agreement_version AS v
JOIN agreement AS a ON a.id = v.agreement_id
WHERE v.id = :id AND v.deleted_at IS NULL
