UPDATE agreement_version
SET status = 'signed', signed_on = :on, rev = :rev, updated_at = :at
WHERE id = :version AND status IN ('issued', 'signed')
