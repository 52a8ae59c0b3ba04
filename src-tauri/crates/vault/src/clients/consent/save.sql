INSERT INTO consent (
    id, uid, rev, created_at, updated_at, session_id, client_id, purpose, recipient, use_limit, identity_disclosed,
    third_party_disclosed, decision, method, quote, given_on, retention_until, withdrawal_explained, withdrawn_at
)
SELECT
    :id, :uid, :rev, :at, :at, s.id, e.client_id, :purpose, :recipient, :use_limit, :identity_disclosed,
    :third_party_disclosed, :decision, :method, :quote, :given_on, :retention_until, :withdrawal_explained,
    :withdrawn_at
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session
    AND (:id IS NULL OR EXISTS (
        SELECT 1 FROM consent WHERE id = :id AND client_id = e.client_id AND deleted_at IS NULL
    ))
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at, purpose = excluded.purpose, recipient = excluded.recipient,
    use_limit = excluded.use_limit, identity_disclosed = excluded.identity_disclosed,
    third_party_disclosed = excluded.third_party_disclosed, decision = excluded.decision, method = excluded.method,
    quote = excluded.quote, given_on = excluded.given_on, retention_until = excluded.retention_until,
    withdrawal_explained = excluded.withdrawal_explained, withdrawn_at = excluded.withdrawn_at
