SELECT id, uid, rev, created_at, session_id, version_id, name, media_type, bytes, sha256, stored_name,
    sealed_blake3, seal_key
FROM attachment
WHERE id = :id AND deleted_at IS NULL
