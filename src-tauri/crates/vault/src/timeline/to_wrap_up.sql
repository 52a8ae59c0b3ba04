SELECT
    s.id, s.rev, s.engagement_id, s.client_id, s.status, s.planned_at, s.started_at, s.ended_at, s.paused_ms,
    s.paused_since, s.planned_minutes, s.zone, s.model, s.active_topic, s.phase, s.agreement_version,
    s.next_session_at, s.for_next_time, s.reflection, s.number, c.display_name
FROM session_numbered AS s
JOIN client AS c ON c.id = s.client_id AND c.deleted_at IS NULL AND c.status <> 'archived'
WHERE s.status = 'ended' AND s.deleted_at IS NULL
ORDER BY s.started_at DESC, s.id DESC
