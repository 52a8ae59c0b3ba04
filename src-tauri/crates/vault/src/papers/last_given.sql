SELECT
    p.id, p.client_id, p.kind, p.session_id, p.engagement_id, p.version_id, p.document_id, p.look, p.language, p.missing, p.made_on,
    p.masked, p.replaces_id, p.sha256, p.created_at
FROM paper AS p
WHERE p.client_id = :client AND p.kind = :kind AND p.session_id IS :session AND p.engagement_id IS :engagement
    AND p.masked = :masked AND p.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM giving AS g WHERE g.paper_id = p.id)
ORDER BY p.id DESC
LIMIT 1
