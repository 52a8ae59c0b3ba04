SELECT key, favourite, hidden, place
FROM question_choice
WHERE deleted_at IS NULL
ORDER BY place IS NULL, place, id
