INSERT INTO agreement_clause (
    uid, rev, created_at, updated_at, version_id, ordinal, key, heading, body, included
)
VALUES (
    :uid, :rev, :at, :at, :version,
    (SELECT coalesce(max(ordinal), 0) + 1 FROM agreement_clause WHERE version_id = :version),
    :key, :heading, :body, :included
)
ON CONFLICT (version_id, key) DO UPDATE SET
    heading = excluded.heading, body = excluded.body, included = excluded.included, deleted_at = NULL,
    rev = excluded.rev, updated_at = excluded.updated_at
