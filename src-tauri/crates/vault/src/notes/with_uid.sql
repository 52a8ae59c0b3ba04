SELECT id FROM note WHERE uid = :uid
