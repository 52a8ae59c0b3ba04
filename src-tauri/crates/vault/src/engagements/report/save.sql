INSERT INTO sponsor_report (uid, rev, created_at, updated_at, engagement_id, covers_from, covers_until, progress)
SELECT :uid, :rev, :at, :at, id, :from, :until, :progress
FROM engagement
WHERE id = :engagement AND deleted_at IS NULL
ON CONFLICT (engagement_id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, deleted_at = NULL,
    covers_from = excluded.covers_from,
    covers_until = excluded.covers_until,
    progress = excluded.progress
