INSERT INTO note (
    id, uid, rev, created_at, updated_at, session_id, client_id, at, elapsed_ms, text, model, phase, kind, topic_id,
    in_client_words, visibility, belief_status, answers_note_id, commitment, left_out
)
VALUES (
    :rev, :uid, :rev, :at, :at, :session, :client_id, :at, :elapsed_ms, :text, :model, :phase, :kind, :topic_id,
    :in_client_words, :visibility, :belief_status, :answers, :commitment, 0
)
