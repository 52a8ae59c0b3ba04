DELETE FROM template_part WHERE version_id = :version
