INSERT INTO paper (uid, rev, created_at, updated_at, client_id, kind, version_id, masked, sha256, pdf)
SELECT :uid, :rev, :at, :at, e.client_id, :kind, v.id, 0, :sha256, :pdf
FROM agreement_version AS v
JOIN agreement AS a ON a.id = v.agreement_id
JOIN engagement AS e ON e.id = a.engagement_id
WHERE v.id = :version
