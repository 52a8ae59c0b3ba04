SELECT default_model, log_uses, column_closed FROM question_settings WHERE id = 1
