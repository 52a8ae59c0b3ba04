UPDATE session_check
SET deleted_at = :at, rev = :rev, updated_at = :at
WHERE session_id = :session AND key = :key AND deleted_at IS NULL
