INSERT INTO agreement_version (uid, rev, created_at, updated_at, agreement_id, version_no, status)
VALUES (
    :uid, :rev, :at, :at, :agreement,
    (SELECT coalesce(max(version_no), 0) + 1 FROM agreement_version WHERE agreement_id = :agreement), 'draft'
)
