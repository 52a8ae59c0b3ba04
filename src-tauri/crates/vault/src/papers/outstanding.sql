SELECT p.id, p.kind, p.session_id, v.version_no, coalesce(v.issued_at, p.created_at) AS since
FROM paper AS p
LEFT JOIN agreement_version AS v ON v.id = p.version_id
WHERE p.client_id = :client AND p.deleted_at IS NULL AND v.deleted_at IS NULL
    AND (
        v.status = 'issued'
        -- A consent waits from the day it was given until there is an answer, on this paper or in the record.
        OR p.kind = 'recording_consent'
            AND EXISTS (SELECT 1 FROM giving AS g WHERE g.paper_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM signature AS s WHERE s.paper_id = p.id AND s.role = 'client')
            AND NOT EXISTS (SELECT 1 FROM paper AS n WHERE n.replaces_id = p.id AND n.deleted_at IS NULL)
            AND NOT EXISTS (
                SELECT 1
                FROM consent AS c
                WHERE c.client_id = p.client_id AND c.deleted_at IS NULL AND c.created_at >= p.created_at
                    AND c.purpose <> 'list_in_hours_log'
            )
    )
ORDER BY since, p.id
