-- Who was first spoken of in the session goes with it; someone the right client has already is there once.
UPDATE person
SET
    client_id = (SELECT client_id FROM engagement WHERE id = :engagement),
    deleted_at = CASE
        WHEN deleted_at IS NULL AND EXISTS (
            SELECT 1
            FROM person AS known
            WHERE known.client_id = (SELECT client_id FROM engagement WHERE id = :engagement)
                AND known.alias = person.alias AND known.deleted_at IS NULL AND known.id <> person.id
        ) THEN :at
        ELSE deleted_at
    END,
    rev = :rev, updated_at = :at
WHERE session_id = :session
