INSERT INTO template_version (uid, rev, created_at, updated_at, template_id, number)
VALUES (
    :uid, :rev, :at, :at, :template,
    (SELECT coalesce(max(number), 0) + 1 FROM template_version WHERE template_id = :template)
)
