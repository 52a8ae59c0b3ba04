INSERT INTO coach_profile (id, uid, rev, created_at, updated_at, legal_name, business_name, address, email, phone, website)
VALUES (1, :uid, :rev, :at, :at, :legal_name, :business_name, :address, :email, :phone, :website)
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at,
    legal_name = excluded.legal_name,
    business_name = excluded.business_name,
    address = excluded.address,
    email = excluded.email,
    phone = excluded.phone,
    website = excluded.website
