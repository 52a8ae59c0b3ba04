INSERT INTO erased_client (
    uid, rev, created_at, updated_at, pseudonym, first_on, last_on, paid_minutes, pro_bono_minutes
)
SELECT :uid, :rev, :at, :at, pseudonym, :first, :last, :paid, :pro_bono
FROM client
WHERE id = :id
