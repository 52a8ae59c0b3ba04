UPDATE session SET planned_at = :planned_at, rev = :rev, updated_at = :at WHERE id = :session
