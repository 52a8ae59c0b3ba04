INSERT INTO attachment (
    uid, rev, created_at, updated_at, session_id, version_id, name, media_type, bytes, sha256, stored_name,
    sealed_blake3, seal_key
)
SELECT :uid, :rev, :at, :at, :session, :version, :name, :media_type, :bytes, :sha256, :stored_name,
    :sealed_blake3, :seal_key
-- A session that is being held is looked at, not at the screen; a draft is not signed.
WHERE EXISTS (SELECT 1 FROM session WHERE id = :session AND deleted_at IS NULL AND status IN ('ended', 'completed'))
    OR EXISTS (SELECT 1 FROM agreement_version WHERE id = :version AND deleted_at IS NULL AND status <> 'draft')
