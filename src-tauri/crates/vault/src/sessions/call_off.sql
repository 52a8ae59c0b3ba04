UPDATE session
SET status = :status, rev = :rev, updated_at = :at
WHERE id = :id AND status IN ('planned', 'cancelled_by_client', 'cancelled_by_coach', 'no_show') AND deleted_at IS NULL
