SELECT id, number, closed_at, updated_at FROM template_version WHERE template_id = :template ORDER BY number DESC LIMIT 1
