SELECT id, uid, rev, created_at, session_id, version_id, name, media_type, bytes, sha256, stored_name
FROM attachment
WHERE (session_id = :session OR version_id = :version) AND deleted_at IS NULL
ORDER BY id
