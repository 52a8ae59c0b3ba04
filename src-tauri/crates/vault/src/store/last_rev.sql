SELECT rev FROM book_counter WHERE id = 1
