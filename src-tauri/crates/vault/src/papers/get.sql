SELECT
    p.id, p.client_id, p.kind, p.session_id, p.engagement_id, p.version_id, p.document_id, p.look, p.language, p.missing, p.made_on,
    p.masked, p.replaces_id, p.sha256, p.created_at
FROM paper AS p
WHERE p.id = :id
