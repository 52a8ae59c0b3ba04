SELECT paper_size, paper_language, idle_lock_minutes, recovery_confirmed, stay_out_of_sharing, text_size,
    wrap_up_letters, own_keys, keep_years
FROM book_settings
WHERE id = 1
