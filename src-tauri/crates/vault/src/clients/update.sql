UPDATE client
SET
    display_name = :display_name, legal_name = :legal_name, preferred_name = :preferred_name, pronouns = :pronouns,
    language = :language, email = :email, phone = :phone, address = :address, role_title = :role_title, role_now = :role_now,
    background = :background, sector = :sector, organisation = :organisation, call_link = :call_link,
    status = :status, large_print = :large_print, paper_size = :paper_size, rev = :rev, updated_at = :at
WHERE id = :id AND (:seen IS NULL OR rev = :seen) AND deleted_at IS NULL
