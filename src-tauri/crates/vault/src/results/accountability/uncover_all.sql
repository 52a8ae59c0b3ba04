DELETE FROM accountability_action WHERE accountability_id = :id
