UPDATE template
SET name = :name, language = :language, rev = :rev, updated_at = :at,
    in_use = in_use AND (
        language = :language
        OR NOT EXISTS (
            SELECT 1 FROM template AS o
            WHERE o.kind = template.kind AND o.language = :language AND o.in_use = 1 AND o.deleted_at IS NULL
        )
    )
WHERE id = :id AND deleted_at IS NULL
