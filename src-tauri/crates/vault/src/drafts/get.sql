SELECT text FROM draft WHERE place = coalesce(:session, 0) AND editor = :editor
