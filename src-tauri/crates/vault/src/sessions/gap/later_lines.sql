-- Lines kept after a gap stand later or earlier in the session, as the gap is counted or not.
UPDATE note
SET elapsed_ms = max(0, elapsed_ms + :ms), rev = :rev, updated_at = :at
WHERE session_id = :session AND at >= :until
