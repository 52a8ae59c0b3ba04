INSERT INTO agreement (uid, rev, created_at, updated_at, engagement_id) VALUES (:uid, :rev, :at, :at, :engagement)
