UPDATE agreement_version
SET status = 'superseded', rev = :rev, updated_at = :at
WHERE agreement_id = (SELECT agreement_id FROM agreement_version WHERE id = :version)
    AND id <> :version
    AND status IN ('issued', 'signed')
