UPDATE note
SET
    text = :text, model = :model, phase = :phase, kind = :kind, topic_id = :topic_id,
    in_client_words = :in_client_words, visibility = :visibility, belief_status = :belief_status,
    answers_note_id = :answers, commitment = :commitment, rev = :rev, updated_at = :at
WHERE id = :id AND rev = :seen AND deleted_at IS NULL
