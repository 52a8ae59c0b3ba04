UPDATE template_version SET rev = :rev, updated_at = :at WHERE id = :version
