SELECT text FROM note ORDER BY id
