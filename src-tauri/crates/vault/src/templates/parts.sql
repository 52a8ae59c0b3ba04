SELECT key, heading, body, included FROM template_part WHERE version_id = :version ORDER BY ordinal
