SELECT
    t.id, t.rev, t.kind, t.name, t.language, t.in_use, t.deleted_at IS NOT NULL AS removed,
    max(v.number) AS number, t.updated_at AS saved_at
FROM template AS t
JOIN template_version AS v ON v.template_id = t.id
WHERE t.id = :id
GROUP BY t.id
