UPDATE template_version
SET closed_at = :at, rev = :rev
WHERE template_id = :template AND closed_at IS NULL
