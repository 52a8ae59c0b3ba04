INSERT INTO session_span (
    uid, rev, created_at, updated_at, session_id, topic_id, model, phase, state, started_at
)
SELECT :uid, :rev, :at, :at, id, active_topic, model, phase, :state, :from
FROM session
WHERE id = :session
