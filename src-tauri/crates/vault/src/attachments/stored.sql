SELECT stored_name, bytes, sha256, seal_key FROM attachment ORDER BY stored_name
