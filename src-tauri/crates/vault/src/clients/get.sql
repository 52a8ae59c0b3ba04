SELECT
    id, rev, pseudonym, display_name, legal_name, preferred_name, pronouns, language, email, phone, address,
    role_title, role_now, background, sector, organisation, call_link, status, large_print, paper_size
FROM client
WHERE id = :id AND deleted_at IS NULL
