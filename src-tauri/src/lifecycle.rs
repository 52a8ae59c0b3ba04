//! Locking and closing: what is typed is saved first, then the book is closed and the window made anew or ended.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant, SystemTime},
};

use tauri::{AppHandle, Emitter, Manager, RunEvent, WindowEvent};

use crate::{
    clipboard::Clipboard,
    clocks::{IDLE_CHECK, slept},
    os,
    state::Desk,
    window,
};

/// How long the window has for saving what is typed before the book is closed all the same.
const FLUSH_LIMIT: Duration = Duration::from_secs(3);

/// How much longer the book may take to close after that.
const ANSWER_TIME: Duration = Duration::from_secs(1);

/// How long the program stays, without a window, for the copy an exit makes. What takes longer is left for the next
/// opening.
const LAST_COPY: Duration = Duration::from_secs(60);

/// What is under way besides the window's own work.
#[derive(Default)]
pub(crate) struct Lifecycle {
    locking: AtomicBool,
    closing: AtomicBool,
    remaking: AtomicBool,
}

/// Answers what happens to the window and the program.
pub(crate) fn on_run_event(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            api.prevent_close();
            ask_to_close(app);
        }
        // Between the old window and the new one there is none: that is not the end of the program.
        RunEvent::ExitRequested { api, code: None, .. } if app.state::<Lifecycle>().remaking.load(Ordering::SeqCst) => {
            api.prevent_exit();
        }
        _ => {}
    }
}

/// Asks the window to save what is typed, and closes the program after its answer or the limit.
fn ask_to_close(app: &AppHandle) {
    if app.state::<Lifecycle>().closing.swap(true, Ordering::SeqCst) {
        return;
    }
    ask_and_then(app, "app:closing", |state| &state.closing, close_now);
}

/// Asks the window to save what is typed, and locks after its answer or the limit.
fn ask_to_lock(app: &AppHandle) {
    if app.state::<Lifecycle>().locking.swap(true, Ordering::SeqCst) {
        return;
    }
    ask_and_then(app, "app:locking", |state| &state.locking, lock_now);
}

/// `wish` is the flag of what was asked; the window takes it back when words could not be saved.
fn ask_and_then(app: &AppHandle, event: &str, wish: fn(&Lifecycle) -> &AtomicBool, act: fn(&AppHandle)) {
    let asked = window::current(app).is_some_and(|window| window.emit(event, ()).is_ok());
    let app = app.clone();
    std::thread::spawn(move || {
        if asked {
            std::thread::sleep(FLUSH_LIMIT);
        }
        // A window that does not answer at all is not waited for: what it could save, it has saved.
        if wish(&app.state::<Lifecycle>()).load(Ordering::SeqCst) {
            act(&app);
        }
    });
}

/// Keeps the window open: words in it could not be saved, and closing would lose them.
pub(crate) fn stay_open(app: &AppHandle) {
    let state = app.state::<Lifecycle>();
    state.closing.store(false, Ordering::SeqCst);
    state.locking.store(false, Ordering::SeqCst);
    // The window itself has seen the sleep, and goes on.
    app.state::<Desk>().slept_since(None);
}

/// Closes the book and ends the program. Safe to call twice.
pub(crate) fn close_now(app: &AppHandle) {
    app.state::<Desk>().close_book();
    app.state::<Clipboard>().clear();
    let copying = app.state::<Desk>().copying();
    if !copying.is_busy() {
        return app.exit(0);
    }
    // The window goes at once; the key is wiped; what is left to do is to copy what is sealed.
    app.state::<Lifecycle>().remaking.store(true, Ordering::SeqCst);
    let handle = app.clone();
    let _ = app.run_on_main_thread(move || {
        if let Some(window) = window::current(&handle) {
            let _ = window.destroy();
        }
    });
    let app = app.clone();
    std::thread::spawn(move || {
        copying.wait_until_done(LAST_COPY);
        app.exit(0);
    });
}

/// Closes the book and makes the window anew, so that its process keeps nothing of the book. Safe to call twice.
pub(crate) fn lock_now(app: &AppHandle) {
    app.state::<Lifecycle>().locking.store(false, Ordering::SeqCst);
    if app.state::<Desk>().close_book() {
        app.state::<Clipboard>().clear();
        renew_window(app);
    }
}

/// Makes the window anew after the book was closed.
pub(crate) fn renew_window(app: &AppHandle) {
    window::close_print_dialog();
    let handle = app.clone();
    // Windows are made on the main thread alone.
    let _ = app.run_on_main_thread(move || {
        handle.state::<Lifecycle>().remaking.store(true, Ordering::SeqCst);
        if let Some(old) = window::current(&handle) {
            let _ = old.destroy();
        }
        reopen_when_gone(handle);
    });
}

/// Makes the new window as soon as the old one's label is free.
fn reopen_when_gone(app: AppHandle) {
    std::thread::spawn(move || {
        for _ in 0..100 {
            std::thread::sleep(Duration::from_millis(20));
            if window::current(&app).is_none() {
                break;
            }
        }
        let handle = app.clone();
        let _ = app.run_on_main_thread(move || {
            // Without a window nothing can be said to the coach; ending leaves a closed book.
            if window::open(&handle).is_err() {
                handle.exit(1);
            }
            handle.state::<Lifecycle>().remaking.store(false, Ordering::SeqCst);
        });
    });
}

/// Watches idle time as long as the program runs: soon the log is emptied, in the end the book is locked. A machine
/// that slept wakes with a locked book.
pub(crate) fn watch_idle(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            let before = SystemTime::now();
            std::thread::sleep(IDLE_CHECK);
            let desk = app.state::<Desk>();
            desk.tidy_when_quiet();
            if desk.copy_when_due() {
                // Settings looks again while it is in sight; otherwise nobody listens.
                let _ = app.emit("copies:due", ());
            }
            let slept = slept(before, SystemTime::now());
            if slept {
                // What was being opened then stays closed.
                desk.end_looks();
            }
            if slept && desk.is_open() {
                desk.slept_since(Some(before));
                ask_to_lock(&app);
            } else if desk.is_idle_too_long() {
                ask_to_lock(&app);
            }
        }
    });
}

/// Locks as soon as the system says that the coach goes away; the machine waits for it before it sleeps.
pub(crate) fn watch_system(app: AppHandle) {
    os::when_away(move || {
        app.state::<Desk>().end_looks();
        if !app.state::<Desk>().is_open() {
            return;
        }
        ask_to_lock(&app);
        // A window that keeps words it could not save stays open, and the machine sleeps all the same.
        let asked = Instant::now();
        while app.state::<Desk>().is_open() && asked.elapsed() < FLUSH_LIMIT + ANSWER_TIME {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
}
