SELECT
    EXISTS (SELECT 1 FROM session WHERE status IN ('ended', 'completed') AND deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM safety_copy WHERE other_disk = 1 AND deleted_at IS NULL)
