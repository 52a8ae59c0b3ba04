SELECT
    id, purpose, recipient, use_limit, identity_disclosed, third_party_disclosed, decision, method, quote, given_on,
    retention_until, withdrawal_explained, withdrawn_at
FROM consent
WHERE client_id = :client AND deleted_at IS NULL
ORDER BY id
