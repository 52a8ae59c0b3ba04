UPDATE note
SET at = strftime('%Y-%m-%dT%H:%M:%fZ', at, :shift), rev = :rev, updated_at = :at
WHERE session_id = :session AND at >= :from AND at <= :to
