UPDATE note SET text = '', wiped_at = :at, rev = :rev, updated_at = :at WHERE id = :id
