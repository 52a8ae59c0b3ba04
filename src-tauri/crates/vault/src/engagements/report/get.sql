SELECT
    coalesce(e.sponsor, '') AS sponsor, e.sponsor_contact, r.covers_from, r.covers_until, r.progress, r.approved_text,
    r.approved_by, r.approved_on
FROM sponsor_report AS r
JOIN engagement AS e ON e.id = r.engagement_id
WHERE r.engagement_id = :engagement AND r.deleted_at IS NULL AND e.deleted_at IS NULL
