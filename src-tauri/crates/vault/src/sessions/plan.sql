INSERT INTO session (
    uid, rev, created_at, updated_at, engagement_id, status, planned_at, end_assumed, paused_ms, planned_minutes, zone,
    model, phase
)
VALUES (
    :uid, :rev, :at, :at, :engagement, 'planned', :planned_at, 0, 0, :planned_minutes, :zone,
    coalesce(
        (SELECT model FROM engagement WHERE id = :engagement), (SELECT default_model FROM question_settings), 'GROW'
    ),
    'OPEN'
)
