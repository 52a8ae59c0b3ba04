SELECT
    (SELECT count(*) FROM client WHERE deleted_at IS NULL) AS clients,
    (SELECT count(*) FROM session WHERE deleted_at IS NULL AND status IN ('in_progress', 'ended', 'completed')) AS sessions,
    (SELECT count(*) FROM paper WHERE deleted_at IS NULL) AS papers,
    (SELECT count(*) FROM attachment WHERE deleted_at IS NULL) AS scans,
    (SELECT max(created_at) FROM note WHERE deleted_at IS NULL) AS last_line_at
