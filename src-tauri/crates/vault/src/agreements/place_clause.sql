UPDATE agreement_clause
SET ordinal = :ordinal, rev = :rev, updated_at = :at
WHERE version_id = :version AND key = :key AND ordinal <> :ordinal
