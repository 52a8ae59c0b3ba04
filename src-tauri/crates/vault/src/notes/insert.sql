INSERT INTO note (
    uid, rev, created_at, updated_at, session_id, client_id, at, elapsed_ms, text, model, phase, kind, topic_id,
    in_client_words, visibility, belief_status, answers_note_id, commitment, left_out
)
SELECT
    :uid, :rev, :at, :at, s.id, e.client_id, :at, :elapsed_ms, :text, :model, :phase, :kind, :topic_id,
    :in_client_words, :visibility, :belief_status, :answers, :commitment, 0
FROM session AS s
JOIN engagement AS e ON e.id = s.engagement_id
WHERE s.id = :session AND s.deleted_at IS NULL
