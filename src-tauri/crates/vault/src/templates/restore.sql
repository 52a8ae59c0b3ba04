UPDATE template
SET deleted_at = NULL, rev = :rev, updated_at = :at,
    in_use = in_use AND NOT EXISTS (
        SELECT 1 FROM template AS o
        WHERE o.kind = template.kind AND o.language = template.language AND o.in_use = 1 AND o.deleted_at IS NULL
            AND o.id <> template.id
    )
WHERE id = :id AND deleted_at IS NOT NULL
