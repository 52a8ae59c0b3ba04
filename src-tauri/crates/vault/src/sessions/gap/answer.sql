UPDATE session_span
SET counted = :counted, rev = :rev, updated_at = :at
WHERE id = :id AND session_id = :session AND state = 'asleep'
