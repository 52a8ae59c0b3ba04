-- Withdrawn, and no session of the client since then says that it was acted on.
SELECT c.id
FROM consent AS c
WHERE c.client_id = :client AND c.decision = 'withdrawn' AND c.purpose <> 'list_in_hours_log' AND c.deleted_at IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM session_check AS k
        WHERE k.client_id = c.client_id AND k.key = 'withdrawal_seen_to' AND k.deleted_at IS NULL
            AND k.done_at >= c.withdrawn_at
    )
ORDER BY c.id
