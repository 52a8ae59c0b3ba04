SELECT id FROM template_version WHERE template_id = :template AND number = :number
