SELECT EXISTS (SELECT 1 FROM attachment WHERE deleted_at < :before)
