-- Who was dropped because the other client had them already comes back with the session.
UPDATE person
SET deleted_at = NULL, rev = :rev, updated_at = :at
WHERE session_id = :session AND deleted_at = :moved_at AND NOT EXISTS (
    SELECT 1
    FROM person AS known
    WHERE known.client_id = person.client_id AND known.alias = person.alias AND known.deleted_at IS NULL
)
