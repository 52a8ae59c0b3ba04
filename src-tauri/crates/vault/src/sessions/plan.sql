INSERT INTO session (
    uid, rev, created_at, updated_at, engagement_id, status, planned_at, paused_ms, planned_minutes, zone, model, phase
)
VALUES (:uid, :rev, :at, :at, :engagement, 'planned', :planned_at, 0, :planned_minutes, :zone, 'GROW', 'OPEN')
