SELECT paper_size, idle_lock_minutes, opening_script, recovery_confirmed FROM book_settings WHERE id = 1
