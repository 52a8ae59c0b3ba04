SELECT
    a.id, a.kind, a.who, a.how, a.how_often, a.visibility,
    (
        SELECT coalesce(group_concat(c.action_id ORDER BY c.action_id), '')
        FROM accountability_action AS c
        JOIN action AS x ON x.id = c.action_id AND x.deleted_at IS NULL
        WHERE c.accountability_id = a.id
    ) AS actions
FROM accountability AS a
WHERE a.session_id = :session AND a.deleted_at IS NULL
ORDER BY a.ordinal, a.id
