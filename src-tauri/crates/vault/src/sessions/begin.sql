UPDATE session
SET
    status = 'in_progress', started_at = :at, planned_minutes = :planned_minutes, zone = :zone, rev = :rev,
    updated_at = :at,
    -- As it is chosen now: a session may have been planned before the model was.
    model = coalesce(
        (SELECT e.model FROM engagement AS e WHERE e.id = session.engagement_id),
        (SELECT default_model FROM question_settings), 'GROW'
    ),
    agreement_version = (
        SELECT v.id
        FROM agreement_version AS v
        JOIN agreement AS a ON a.id = v.agreement_id
        WHERE a.engagement_id = session.engagement_id AND v.status IN ('signed', 'issued') AND v.deleted_at IS NULL
        ORDER BY v.status = 'signed' DESC, v.version_no DESC
        LIMIT 1
    )
WHERE id = :id AND status = 'planned' AND deleted_at IS NULL
