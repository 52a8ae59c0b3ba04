SELECT
    id, rev, engagement_id, client_id, status, planned_at, started_at, ended_at, paused_ms, paused_since,
    planned_minutes, zone, model, active_topic, phase, agreement_version, next_session_at, for_next_time,
    reflection, number
FROM session_numbered
WHERE id IN (SELECT id FROM session WHERE end_assumed = 1) AND status = 'ended' AND deleted_at IS NULL
ORDER BY ended_at DESC, id DESC
