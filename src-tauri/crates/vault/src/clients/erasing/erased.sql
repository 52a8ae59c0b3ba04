SELECT pseudonym, created_at, first_on, last_on, paid_minutes, pro_bono_minutes
FROM erased_client
WHERE deleted_at IS NULL
ORDER BY id
