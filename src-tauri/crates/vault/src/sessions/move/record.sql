INSERT INTO session_move (
    uid, rev, created_at, updated_at, session_id, from_engagement, to_engagement, plan_id
)
VALUES (:uid, :rev, :at, :at, :session, :from, :to, :plan)
