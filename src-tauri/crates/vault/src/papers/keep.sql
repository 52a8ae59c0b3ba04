INSERT INTO paper (
    uid, rev, created_at, updated_at, client_id, kind, session_id, engagement_id, document_id, look, language, missing, made_on,
    masked, replaces_id, sha256, pdf
)
VALUES (
    :uid, :rev, :at, :at, :client, :kind, :session, :engagement, :document_id, :look, :language, :missing, :made_on,
    :masked, :replaces, :sha256, :pdf
)
