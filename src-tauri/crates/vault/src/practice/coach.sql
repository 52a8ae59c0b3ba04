SELECT legal_name, business_name, address, email, phone, website FROM coach_profile WHERE id = 1
