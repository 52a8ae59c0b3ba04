INSERT INTO client (
    uid, rev, created_at, updated_at, pseudonym, display_name, legal_name, preferred_name, pronouns, language, email,
    phone, address, role_title, role_now, background, sector, organisation, call_link, status, large_print, paper_size
)
SELECT
    :uid, :rev, :at, :at,
    -- The number after the highest ever given; "Client " has seven letters.
    (
        SELECT printf('Client %03d', coalesce(max(CAST(substr(pseudonym, 8) AS INTEGER)), 0) + 1)
        FROM (SELECT pseudonym FROM client UNION ALL SELECT pseudonym FROM erased_client)
    ),
    :display_name, :legal_name, :preferred_name, :pronouns, :language, :email, :phone, :address, :role_title, :role_now,
    :background, :sector, :organisation, :call_link, :status, :large_print, :paper_size
