INSERT INTO book_settings (
    id, uid, rev, created_at, updated_at, paper_size, paper_language, idle_lock_minutes, recovery_confirmed,
    stay_out_of_sharing, text_size, wrap_up_letters, own_keys, keep_years
)
VALUES (
    1, :uid, :rev, :at, :at, :paper_size, :paper_language, :idle_lock_minutes, :recovery_confirmed,
    :stay_out_of_sharing, :text_size, :wrap_up_letters, :own_keys, :keep_years
)
ON CONFLICT (id) DO UPDATE SET
    rev = excluded.rev, updated_at = excluded.updated_at,
    paper_size = excluded.paper_size,
    paper_language = excluded.paper_language,
    idle_lock_minutes = excluded.idle_lock_minutes,
    recovery_confirmed = excluded.recovery_confirmed,
    stay_out_of_sharing = excluded.stay_out_of_sharing,
    text_size = excluded.text_size,
    wrap_up_letters = excluded.wrap_up_letters,
    own_keys = excluded.own_keys,
    keep_years = excluded.keep_years
