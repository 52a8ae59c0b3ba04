SELECT stored_name FROM file_to_erase
