//! Every command, a file per family. A command parses, calls and converts.

pub(crate) mod agreements;
pub(crate) mod book;
pub(crate) mod clients;
pub(crate) mod notes;
pub(crate) mod papers;
pub(crate) mod practice;
pub(crate) mod prep;
pub(crate) mod questions;
pub(crate) mod session_rows;
pub(crate) mod sessions;
pub(crate) mod window;

/// The handlers, in the order of the allow-list in `build.rs`.
macro_rules! handlers {
    () => {
        tauri::generate_handler![
            crate::commands::practice::about,
            crate::commands::agreements::add_clause,
            crate::commands::sessions::answer_gap,
            crate::commands::clients::archive_client,
            crate::commands::book::book_status,
            crate::commands::agreements::clear_gap,
            crate::commands::book::confirm_close,
            crate::commands::book::confirm_recovery,
            crate::commands::papers::copy_text,
            crate::commands::book::create_book,
            crate::commands::sessions::end_session,
            crate::commands::agreements::fill_gap,
            crate::commands::sessions::finish_session,
            crate::commands::clients::get_client,
            crate::commands::practice::get_practice,
            crate::commands::prep::get_prep,
            crate::commands::sessions::get_session,
            crate::commands::agreements::include_clause,
            crate::commands::agreements::issue_agreement,
            crate::commands::book::judge_phrase,
            crate::commands::notes::keep_note,
            crate::commands::agreements::leave_gap_as_line,
            crate::commands::notes::leave_out_note,
            crate::commands::clients::list_clients,
            crate::commands::questions::list_questions,
            crate::commands::book::lock_book,
            crate::commands::book::lock_ready,
            crate::commands::questions::log_question,
            crate::commands::notes::make_from_note,
            crate::commands::questions::mark_question,
            crate::commands::agreements::mark_signed,
            crate::commands::agreements::move_clause,
            crate::commands::sessions::move_session,
            crate::commands::questions::name_phase,
            crate::commands::book::note_activity,
            crate::commands::prep::note_revisions,
            crate::commands::agreements::open_agreement,
            crate::commands::book::open_safety_copy,
            crate::commands::book::open_sample,
            crate::commands::questions::order_questions,
            crate::commands::papers::paper_page,
            crate::commands::papers::paper_text,
            crate::commands::sessions::pause_session,
            crate::commands::sessions::plan_session,
            crate::commands::papers::preview_paper,
            crate::commands::questions::question_uses,
            crate::commands::session_rows::read_date_words,
            crate::commands::prep::record_session,
            crate::commands::book::recovery_groups,
            crate::commands::questions::remove_own_question,
            crate::commands::book::remove_sample,
            crate::commands::session_rows::remove_session_row,
            crate::commands::sessions::reopen_session,
            crate::commands::clients::restore_client,
            crate::commands::notes::restore_note,
            crate::commands::questions::restore_own_question,
            crate::commands::session_rows::restore_session_row,
            crate::commands::sessions::resume_session,
            crate::commands::sessions::return_to_session,
            crate::commands::agreements::save_clause,
            crate::commands::clients::save_client,
            crate::commands::notes::save_draft,
            crate::commands::clients::save_engagement,
            crate::commands::notes::save_note,
            crate::commands::questions::save_own_question,
            crate::commands::papers::save_paper,
            crate::commands::practice::save_practice,
            crate::commands::practice::save_practice_answer,
            crate::commands::questions::save_question_settings,
            crate::commands::session_rows::save_session_row,
            crate::commands::sessions::session_homes,
            crate::commands::sessions::set_ended,
            crate::commands::sessions::set_held_on,
            crate::commands::book::set_new_phrase,
            crate::commands::sessions::set_next,
            crate::commands::questions::set_question_aside,
            crate::commands::sessions::set_stage,
            crate::commands::window::set_strip,
            crate::commands::agreements::start_next_version,
            crate::commands::sessions::start_session,
            crate::commands::book::stay_open,
            crate::commands::book::suggest_phrase,
            crate::commands::prep::take_up_topic,
            crate::commands::sessions::tick_check,
            crate::commands::practice::today,
            crate::commands::book::unlock_book,
            crate::commands::book::unlock_with_code,
            crate::commands::session_rows::withdraw_consent,
            crate::commands::book::write_safety_copy,
        ]
    };
}
pub(crate) use handlers;
