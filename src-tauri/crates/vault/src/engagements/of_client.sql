SELECT
    id, client_id, rev, title, scope, funded_by, start_date, end_date, planned_sessions, sessions_before,
    session_minutes, cadence, delivery, fee_text, signed_on_paper, sponsor,
    sponsor_contact, model
FROM engagement
WHERE client_id = :client AND deleted_at IS NULL
ORDER BY id DESC
