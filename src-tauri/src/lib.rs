//! The thin shell of Coachbook: window, commands, and the twins of records that cross to the window.
//!
//! Rules live in `coachbook-core`, the encrypted book in `coachbook-vault`, papers in `coachbook-documents`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod clipboard;
pub mod clocks;
mod commands;
mod copies;
mod dialogs;
mod doors;
mod erasing;
mod error;
#[cfg(test)]
mod hardened;
mod keychain;
mod keys;
mod lifecycle;
mod os;
mod papers;
mod sample;
mod shelf;
mod state;
mod templates;
mod tries;
mod views;
mod window;
pub mod wire;

use coachbook_vault::BookPlaces;
use tauri::Manager;

#[cfg(feature = "developer")]
pub use papers::{SamplePaper, sample_papers, summaries_in_every_language, three_way_papers};

use crate::{lifecycle::Lifecycle, state::Desk};

/// What is built into the program: its configuration, pages and permissions.
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// Runs the program until its window is closed.
pub fn run() {
    // A developer wants to look at a crash; a coach must not find her clients' words in its dump.
    if !cfg!(debug_assertions) {
        os::leave_no_dumps();
    }
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Lifecycle::default())
        .manage(window::Former::default())
        .manage(clipboard::Clipboard::default())
        .invoke_handler(commands::handlers!())
        .setup(|app| {
            let places = BookPlaces::new(app.path().app_data_dir()?, app.path().app_config_dir()?);
            let handle = app.handle().clone();
            app.manage(Desk::new(places, move |out| window::stay_out_of_sharing(&handle, out)));
            window::open(app.handle())?;
            lifecycle::watch_idle(app.handle().clone());
            lifecycle::watch_system(app.handle().clone());
            Ok(())
        })
        .build(context());
    match built {
        Ok(app) => app.run(lifecycle::on_run_event),
        // No window can say it: the words go to whoever started the program.
        Err(fault) => {
            let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("Coachbook can't open: {fault}\n"));
            std::process::exit(1);
        }
    }
}
