SELECT stored_name, bytes, sha256, sealed_blake3 FROM attachment ORDER BY stored_name
