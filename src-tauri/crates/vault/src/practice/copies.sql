SELECT count(*) AS written, coalesce(max(other_disk), 0) AS elsewhere FROM safety_copy WHERE deleted_at IS NULL
