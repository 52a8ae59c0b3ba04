SELECT paper_id, created_at, role, name, strokes, place, signed_on, zone, intent, sha256
FROM signature
WHERE paper_id = :paper AND deleted_at IS NULL
ORDER BY id
