-- Too short to be worth a question: the session went on.
UPDATE session_span
SET state = 'active', rev = :rev, updated_at = :at
WHERE id = :id AND state = 'asleep'
