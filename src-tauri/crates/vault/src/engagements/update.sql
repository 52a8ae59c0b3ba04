UPDATE engagement
SET
    title = :title, scope = :scope, funded_by = :funded_by, start_date = :start_date, end_date = :end_date,
    planned_sessions = :planned_sessions, sessions_before = :sessions_before, session_minutes = :session_minutes,
    cadence = :cadence, delivery = :delivery, fee_text = :fee_text, signed_on_paper = :signed_on_paper,
    sponsor = :sponsor, sponsor_contact = :sponsor_contact, model = :model, rev = :rev, updated_at = :at
WHERE id = :id AND client_id = :client AND (:seen IS NULL OR rev = :seen) AND deleted_at IS NULL
