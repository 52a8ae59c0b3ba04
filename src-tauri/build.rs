//! Reads tauri.conf.json and writes the allow-list of commands.

/// Every command the window may call; `tests/tidy.rs` compares it with the handlers, the capability and the JavaScript.
const COMMANDS: &[&str] = &[
    "about",
    "add_clause",
    "archive_client",
    "book_status",
    "clear_gap",
    "confirm_close",
    "confirm_recovery",
    "copy_text",
    "create_book",
    "end_session",
    "fill_gap",
    "finish_session",
    "get_client",
    "get_practice",
    "get_session",
    "include_clause",
    "issue_agreement",
    "judge_phrase",
    "keep_note",
    "leave_gap_as_line",
    "leave_out_note",
    "list_clients",
    "list_questions",
    "lock_book",
    "lock_ready",
    "make_from_note",
    "mark_signed",
    "move_clause",
    "move_session",
    "note_activity",
    "open_agreement",
    "open_safety_copy",
    "open_sample",
    "paper_page",
    "paper_text",
    "pause_session",
    "plan_session",
    "preview_paper",
    "read_date_words",
    "recovery_groups",
    "remove_sample",
    "remove_session_row",
    "reopen_session",
    "restore_client",
    "restore_note",
    "restore_session_row",
    "resume_session",
    "save_clause",
    "save_client",
    "save_draft",
    "save_engagement",
    "save_note",
    "save_paper",
    "save_practice",
    "save_session_row",
    "set_held_on",
    "set_new_phrase",
    "set_next",
    "set_stage",
    "start_next_version",
    "start_session",
    "stay_open",
    "suggest_phrase",
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
