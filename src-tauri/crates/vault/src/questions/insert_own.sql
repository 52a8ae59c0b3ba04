INSERT INTO own_question (uid, rev, created_at, updated_at, phase, intent, text)
VALUES (:uid, :rev, :at, :at, :phase, :intent, :text)
