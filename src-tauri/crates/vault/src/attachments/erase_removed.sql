DELETE FROM attachment WHERE deleted_at < :before
