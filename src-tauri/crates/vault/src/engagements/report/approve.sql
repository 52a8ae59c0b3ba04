UPDATE sponsor_report
SET approved_text = progress, approved_by = :by, approved_on = :on, rev = :rev, updated_at = :at
WHERE engagement_id = :engagement AND deleted_at IS NULL
