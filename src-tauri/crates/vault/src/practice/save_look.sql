INSERT INTO paper_look (id, uid, rev, created_at, updated_at, head, accent, margins)
VALUES (1, :uid, :rev, :at, :at, :head, :accent, :margins)
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at,
    head = excluded.head,
    accent = excluded.accent,
    margins = excluded.margins
