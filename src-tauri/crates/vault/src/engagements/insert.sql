INSERT INTO engagement (
    uid, rev, created_at, updated_at, client_id, title, scope, funded_by, start_date, end_date, planned_sessions,
    sessions_before, session_minutes, cadence, delivery, fee_text, signed_on_paper, sponsor,
    sponsor_contact, model
)
VALUES (
    :uid, :rev, :at, :at, :client, :title, :scope, :funded_by, :start_date, :end_date, :planned_sessions,
    :sessions_before, :session_minutes, :cadence, :delivery, :fee_text, :signed_on_paper, :sponsor,
    :sponsor_contact, :model
)
