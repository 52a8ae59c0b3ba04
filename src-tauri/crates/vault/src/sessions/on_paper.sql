UPDATE session
SET
    status = 'ended', started_at = :started_at, ended_at = :ended_at, zone = :zone, rev = :rev, updated_at = :at,
    -- What was in force on that day, not what is in force now.
    agreement_version = (
        SELECT v.id
        FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        WHERE a.engagement_id = session.engagement_id
            AND v.deleted_at IS NULL
            AND v.status IN ('signed', 'issued', 'superseded')
            AND coalesce(v.signed_on, substr(v.issued_at, 1, 10)) <= :held_on
        ORDER BY v.signed_on IS NOT NULL DESC, v.version_no DESC
        LIMIT 1
    )
WHERE id = :id AND status = 'planned' AND deleted_at IS NULL
