SELECT stored_name, bytes, sha256 FROM attachment ORDER BY stored_name
