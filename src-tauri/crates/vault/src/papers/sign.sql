INSERT INTO signature (
    uid, rev, created_at, updated_at, paper_id, role, name, method, strokes, place, signed_on, zone, intent, sha256
)
VALUES (
    :uid, :rev, :at, :at, :paper, :role, :name, :method, :strokes, :place, :signed_on, :zone, :intent, :sha256
)
