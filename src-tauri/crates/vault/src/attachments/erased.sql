DELETE FROM file_to_erase WHERE stored_name = :stored_name
