UPDATE session
SET
    engagement_id = :engagement, rev = :rev, updated_at = :at,
    agreement_version = (
        SELECT v.id
        FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        WHERE a.engagement_id = :engagement AND v.status IN ('signed', 'issued') AND v.deleted_at IS NULL
        ORDER BY v.status = 'signed' DESC, v.version_no DESC
        LIMIT 1
    )
WHERE id = :session AND deleted_at IS NULL
