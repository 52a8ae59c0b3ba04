SELECT stored_name, bytes, sha256, sealed_blake3, seal_key FROM attachment ORDER BY stored_name
