SELECT
    id, rev, engagement_id, client_id, status, planned_at, started_at, ended_at, paused_ms, paused_since,
    planned_minutes, zone, model, active_topic, phase, agreement_version, next_session_at, for_next_time,
    reflection, number
FROM session_numbered
WHERE client_id = :client AND deleted_at IS NULL
ORDER BY coalesce(started_at, planned_at) DESC, id DESC
