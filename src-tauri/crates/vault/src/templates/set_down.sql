UPDATE template
SET in_use = 0, rev = :rev, updated_at = :at
WHERE in_use = 1 AND id <> :id AND kind = (SELECT kind FROM template WHERE id = :id)
    AND language = (SELECT language FROM template WHERE id = :id)
