SELECT uid FROM own_question WHERE id = :id
