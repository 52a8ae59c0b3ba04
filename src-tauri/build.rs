//! Reads tauri.conf.json and writes the allow-list of commands.

/// Every command the window may call; `tests/tidy.rs` compares it with the handlers, the capability and the JavaScript.
const COMMANDS: &[&str] = &[
    "about",
    "add_clause",
    "add_scan",
    "answer_gap",
    "approve_sponsor_report",
    "archive_client",
    "book_status",
    "bring_scans_back",
    "choose_logo",
    "clear_gap",
    "client_scans",
    "confirm_close",
    "confirm_recovery",
    "copy_text",
    "create_book",
    "end_session",
    "fill_gap",
    "finish_session",
    "get_client",
    "get_practice",
    "get_prep",
    "get_session",
    "get_sponsor_report",
    "include_clause",
    "issue_agreement",
    "judge_phrase",
    "keep_note",
    "leave_gap_as_line",
    "leave_out_note",
    "list_clients",
    "list_questions",
    "list_scans",
    "lock_book",
    "lock_ready",
    "log_question",
    "make_from_note",
    "mark_question",
    "mark_signed",
    "move_clause",
    "move_session",
    "name_phase",
    "note_activity",
    "note_revisions",
    "open_agreement",
    "open_safety_copy",
    "open_sample",
    "open_scan",
    "order_questions",
    "paper_page",
    "paper_text",
    "pause_session",
    "plan_session",
    "practice_papers",
    "preview_paper",
    "question_uses",
    "read_date_words",
    "record_session",
    "records_naming",
    "recovery_groups",
    "remove_logo",
    "remove_own_question",
    "remove_sample",
    "remove_scan",
    "remove_session_row",
    "reopen_session",
    "restore_client",
    "restore_logo",
    "restore_note",
    "restore_own_question",
    "restore_scan",
    "restore_session_row",
    "resume_session",
    "return_to_session",
    "save_access_file",
    "save_clause",
    "save_client",
    "save_draft",
    "save_engagement",
    "save_hours_csv",
    "save_note",
    "save_own_question",
    "save_paper",
    "save_paper_look",
    "save_practice",
    "save_practice_answer",
    "save_question_settings",
    "save_scan",
    "save_session_row",
    "save_sponsor_report",
    "scan_page",
    "session_homes",
    "set_ended",
    "set_held_on",
    "set_new_phrase",
    "set_next",
    "set_question_aside",
    "set_stage",
    "set_strip",
    "start_next_version",
    "start_session",
    "stay_open",
    "suggest_phrase",
    "take_up_topic",
    "tick_check",
    "today",
    "unlock_book",
    "unlock_with_code",
    "withdraw_consent",
    "write_safety_copy",
];

fn main() {
    println!("cargo:rerun-if-changed=ui/src");
    notices();
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(manifest);
    if let Err(fault) = tauri_build::try_build(attributes) {
        println!("cargo:warning={fault:#}");
        std::process::exit(1);
    }
}

/// Sees that About has notices to show: `cargo xtask setup` makes them from the lock files, and a build without it
/// says so instead of failing.
fn notices() {
    const FILE: &str = "src-tauri/notices.txt";
    println!("cargo:rerun-if-changed={FILE}");
    if !std::path::Path::new(FILE).exists() {
        let words = "The notices are made by `cargo xtask setup`, which has not run for this build.\n";
        if let Err(fault) = std::fs::write(FILE, words) {
            println!("cargo:warning={FILE}: {fault}");
        }
    }
}
