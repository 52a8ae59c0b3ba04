UPDATE own_question
SET phase = :phase, intent = :intent, text = :text, rev = :rev, updated_at = :at
WHERE uid = :own AND deleted_at IS NULL
