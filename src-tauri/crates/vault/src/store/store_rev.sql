UPDATE book_counter SET rev = ?1 WHERE id = 1
