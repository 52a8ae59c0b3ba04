//! The keys of the labels: one field each, read from the line of that name in a language's file.

use super::file;

/// Declares the labels. A label no file has is a test that fails; a label that is not declared does not compile.
macro_rules! labels {
    ($($key:ident),+ $(,)?) => {
        /// The fixed words of papers in one language; `en.txt` shows what each key stands for.
        #[allow(missing_docs)] // The keys say it.
        #[derive(Debug, PartialEq, Eq)]
        pub struct Labels { $(pub $key: &'static str),+ }

        impl Labels {
            /// Every key, in the order of the files.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];

            /// Reads a language's file. A line that is not there is an empty label.
            pub(super) fn read(text: &'static str) -> Self {
                let entries = file::entries(text);
                let of = |key: &str| entries.get(key).copied().unwrap_or_default();
                Self { $($key: of(stringify!($key))),+ }
            }

            /// Returns the label under a key.
            pub fn get(&self, key: &str) -> Option<&'static str> {
                match key {
                    $(stringify!($key) => Some(self.$key),)+
                    _ => None,
                }
            }
        }
    };
}

labels! {
    language, in_english, reviewed, months, weekdays, date, first_day, weekday_date, date_time, period, from_day,
    number, percent, comma, semicolon, both, named, quoted, of, confidential, page, page_alone, document, belongs_to, made, name_in_print,
    signature, place, date_label, signatures, coach, client, sponsor, programme, period_label, session, name, as_of,
    coaching_agreement, version, name_hint, date_hint, schedule_goals, schedule_fees, annex_privacy, signed_by,
    coach_does, coach_does_not, coaching_agreement_of_three, signs_for_it, roles, goals_shared, sponsor_receives,
    sponsor_receives_not, sponsor_reporting, pays_and_schedules, if_it_ends, consent_title, who_asks, who_asks_hint,
    which_sessions, which_sessions_hint, what_recorded, what_recorded_hint, purpose_only, purpose_hint, hearers,
    hearers_hint, your_identity, your_identity_hint, third_persons, third_persons_hint, kept_until, refuse_heading,
    refuse_text, withdraw_write, withdraw_call, withdraw_write_or_call, withdraw_hint, your_answer, may_record,
    may_share, with_whom_hint, withdrawal_title, withdrawal_to, withdrawal_opening, stop_recording, stop_sharing,
    withdrawal_note, sound, picture, client_not_named, client_named, others_not_named, others_named, session_number,
    session_number_date, summary_title, titled_date, length, minutes, held_how, in_person, by_phone, by_video,
    in_person_and_distance, at_a_glance, next, wanted_from_session, topics, what_you_wanted, why_it_matters,
    how_you_would_know, explored, became_clear, build_on, strengths, already_works, actions, skills_to_build,
    who_will_know, how_measures_stand, measure, result, your_words, next_session, met, partly, not_met,
    carried_forward, not_asked, will_write, client_next, coach_next, held_under, held_under_signed, was_recorded,
    was_recorded_for, was_recorded_shared, was_recorded_for_shared, confidential_between, no, action, what, said_as,
    by_when, with_via, with_whom, sign_of_success, done, obstacle, answer, commitment, no_date_yet,
    no_date_yet_inside, after_action, knows_of_action, knows_of_actions, said_as_inside, with_inside, plan_title,
    shows, all_open_actions, from_session, review, copy_for_tracker, development_title, where_now, where_wanted,
    strengths_and_resources, resources, milestones_and_sessions, support_and_accountability, support, review_points,
    why, now, by, know_by, at_the_start, wanted, skill, practice, evidence, status, milestone, sessions, how_far,
    closing_title, goals_ended, goal, ended, measures_over_time, places_note, day, key_insights, skills,
    goes_on_with, feedback, sessions_held, held_count, held_of_planned, held_on, thanks, goal_open, goal_reached,
    goal_changed, goal_dropped, lines_alternative, place_on_day, sponsor_title, not_yet_approved, goals_of_three,
    progress, stands, held_so_far, held_so_far_planned, in_this_period, client_approval, approval_ask, approved_by,
    wheel_title, filled_in_on, in_numbers, what_you_said, what_you_chose, part_of_life, now_inside, wanted_inside,
    on_day_inside, not_filled_in, wheel_alternative, empty_wheel_alternative, access_title, access_under, given_to,
    kept_by, what_is_held, your_rights, access_rights, other_persons, other_persons_text, none_left_out,
    some_left_out, none_renamed, some_renamed, files, what_for, lawful_by, received_by, kept_for, records,
    kept_privately, name_replaced, file, what_it_is, added, size, bytes, kilobytes, megabytes, class_recording,
    class_transcript, class_note, class_session_record, class_agreement, class_consent, class_hours, class_invoice,
    class_prospect, class_contact, basis_contract, basis_interest, basis_consent, basis_explicit_consent, basis_duty,
    register_contract, register_interest, register_consent, register_explicit_consent, register_duty, days,
    months_long, years, after_made, after_last_session, until_evaluated, after_tax_year, notice_title, notice_under,
    to_be_checked, who_is_responsible, responsible_who, which_data, what_for_and_lawful, who_receives, kept_safe,
    kept_how_long, purpose_on_basis, rights_intro, right_copy, right_correct, right_delete, right_object,
    right_portable, right_withdraw, rights_answer, complaints, complaints_text, authority_hint, processing_title,
    responsible, safeguards, activity_and_purpose, whose_data, basis, recipients, handling_title,
    handling_as_of, handling_lead, handling_where, handling_where_text, handling_encrypted, handling_encrypted_text,
    handling_keychain_text,
    handling_locked, handling_locked_text, handling_locked_slept, handling_copies, handling_copies_none,
    handling_copies_same_disk, handling_copies_synced, handling_copies_other_disk, handling_lost, handling_lost_text,
    handling_outside, handling_outside_text, handling_limits, handling_limit_program, handling_limit_disk,
    handling_rights, invoice, receipt, credit_note,
    invoice_number, invoice_to, invoice_from, your_reference, delivered, due_by, takes_back, tax_number,
    register_number, quantity, price, tax, amount, sum, tax_of, total, paid, paid_too_much, still_open, how_to_pay,
    before_title, before_under, session_on, ask_moved, ask_moved_hint, ask_wanted, ask_wanted_hint, ask_know,
    ask_know_hint, grow_title, grow_goal, grow_goal_hint, grow_reality, grow_reality_hint, grow_options,
    grow_options_hint, grow_way, grow_way_hint, grow_know, grow_know_hint, who_will_know_hint, look_again_hint,
    wheel_how, wheel_ask, sheet_title, when, addressed_as, for_next_time, last_time, became_clear_short,
    open_actions, to_keep_in_mind, open_topics, promised, people, works, agreement, today, topic_hint, wants_hint,
    know_hint, notes, notes_hint, action_hint, alone_hint, from_session_inside, sheet_coach, sheet_client, signed_on,
    not_signed_yet, consent_audio, consent_video, consent_share_recording, consent_share_transcript,
    consent_hours_log, agreed, not_agreed, taken_back,
    gap_coach_name, gap_client_name, gap_effective_date, gap_scope, gap_planned_sessions, gap_session_length, gap_cadence, gap_delivery, gap_fee, gap_methods, gap_payment_terms, gap_notice_hours, gap_late_policy, gap_between_sessions, gap_retention, gap_ethics_body, gap_ethics_url, gap_refund_terms, gap_limit, gap_mediation, gap_governing_law, gap_sponsor_name, gap_shared_goals, gap_sponsor_end_terms,
    replaces, another_person, mail_hello, mail_hello_name, mail_agreement, mail_consent, mail_summary,
    mail_plan, mail_signatures, mail_paper, mail_locked, mail_your_paper,
    by_any, intent_agree, intent_record, intent_share, intent_refuse,
    screen_title, screen_what, screen_paper, screen_pages, screen_bytes, screen_sha, screen_words, screen_moment, screen_method,
    screen_drawn, screen_typed, screen_drawing, screen_simple, paper_version, data_full_name, data_pronouns, data_email,
    data_phone, data_address, data_organisation, data_role, data_role_now, data_sector, data_background, data_call_link,
    data_large_print, data_yes, data_person, data_ends_on, data_sessions_agreed, data_sessions_before, data_consent,
    data_only_for, data_kept_until, data_session, data_not_held, data_note, phase_open, phase_close, data_check,
    data_said, check_role, check_agreement, check_no_advice, check_confidentiality, check_limits, check_permission,
    check_ready, check_measures, check_anything_else, check_read_back, check_withdrawal, data_topic, slot_present,
    slot_need, slot_after, data_insight, data_strength, status_open, status_begun, status_done, status_not_done,
    data_for_next_time, data_reflection, data_scan_pdf, data_scan_picture, contact_name, contact_purpose,
    contact_people, contact_data, contact_recipients, sessions_name, sessions_purpose, sessions_people, sessions_data,
    sessions_recipients, notes_name, notes_purpose, notes_people, notes_data, notes_recipients, recordings_name,
    recordings_purpose, recordings_people, recordings_data, recordings_recipients, hours_name, hours_purpose,
    hours_people, hours_data, hours_recipients, accounts_name, accounts_purpose, accounts_people, accounts_data,
    accounts_recipients, safe_book, safe_copies, field_client_name, field_client_address, field_client_email,
    field_coach_name, field_coach_business, field_coach_address, field_coach_email, field_coach_phone,
    field_coach_website, field_programme, field_session_number, field_session_date,
}
