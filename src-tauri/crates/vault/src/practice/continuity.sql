SELECT
    p.created_at,
    (
        SELECT count(*)
        FROM client AS c
        -- Somebody who is only being talked to does not stand on the sheet.
        WHERE c.updated_at > p.created_at AND c.status <> 'prospect'
    ) AS changed
FROM continuity_print AS p
ORDER BY p.id DESC
LIMIT 1
