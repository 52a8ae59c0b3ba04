UPDATE agreement_version
SET status = 'issued', issued_at = :at, rev = :rev, updated_at = :at
WHERE id = :version AND status = 'draft'
