//! The one window: how it is made, and how it is made anew so that nothing of an open book stays in it.

mod print;
mod strip;

#[cfg(target_os = "linux")]
use std::sync::atomic::{AtomicU32, Ordering};

use tauri::{
    AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry, webview::NewWindowResponse,
};

pub(crate) use print::{close_print_dialog, print};
pub(crate) use strip::{Former, set_strip};

/// Size of the window when it is made, in logical pixels.
const SIZE: (f64, f64) = (1180.0, 780.0);

/// The smallest the window can be made: the strip above a call, as EXPERIENCE 3.1 names it.
const SMALLEST: (f64, f64) = (480.0, 112.0);

/// How many windows this process has made.
#[cfg(target_os = "linux")]
static MADE: AtomicU32 = AtomicU32::new(0);

/// Label of the one window.
pub(crate) const LABEL: &str = "main";

/// Makes the window.
///
/// # Errors
/// What the system says when it can't make one.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        // Never a client's name: titles show in task switchers and screen sharing.
        .title("Coachbook")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        // No remembered form fields, no tools that read the page.
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .devtools(false)
        .zoom_hotkeys_enabled(false)
        .disable_drag_drop_handler()
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    app.state::<Former>().forget();
    let window = without_profile(builder).build();
    #[cfg(target_os = "linux")]
    remove_unused_folder();
    window
}

/// Keeps the web view from writing a profile to disk.
fn without_profile<'a>(builder: WebviewWindowBuilder<'a, Wry, AppHandle>) -> WebviewWindowBuilder<'a, Wry, AppHandle> {
    // WebKitGTK can't drive a private view from outside: under its own test driver, and only there, the view gets a
    // profile in the temporary folder instead (decisions/0003).
    if cfg!(target_os = "linux") && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|asked| asked == "true") {
        let folder = format!("coachbook-driven-{}", std::process::id());
        return builder.data_directory(std::env::temp_dir().join(folder));
    }
    #[cfg(target_os = "linux")]
    let builder = builder.data_directory(unused_folder());
    builder.incognito(true)
}

/// Asks the system to keep the window out of screen sharing, or not to. Where there is no such wish, nothing happens.
pub(crate) fn stay_out_of_sharing(app: &AppHandle, out: bool) {
    if let Some(window) = current(app) {
        // Not every system obeys, and the window says so: a refusal changes nothing.
        let _ = window.set_content_protected(out);
    }
}

/// Returns whether this system knows the wish to be kept out of screen sharing.
pub(crate) const fn can_stay_out_of_sharing() -> bool {
    cfg!(any(target_os = "windows", target_os = "macos"))
}

/// Returns the window while it exists.
pub(crate) fn current(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// Returns a folder for the runtime to tell windows apart by. On Linux it registers the pages' own scheme once for each
/// folder, but a private view has a context of its own each time: made anew under the same name it would show nothing.
#[cfg(target_os = "linux")]
fn unused_folder() -> std::path::PathBuf {
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("coachbook-private-{}-{made}", std::process::id()))
}

/// Takes away the folder that was made for the window and never written to; one that holds anything stays.
#[cfg(target_os = "linux")]
fn remove_unused_folder() {
    let last = MADE.load(Ordering::Relaxed).saturating_sub(1);
    let _ = std::fs::remove_dir(std::env::temp_dir().join(format!("coachbook-private-{}-{last}", std::process::id())));
}

/// Only the pages shipped with the program may be shown.
fn is_own_page(url: &Url) -> bool {
    let own_scheme = url.scheme() == "tauri" && url.host_str() == Some("localhost");
    // Windows serves the same pages under this name.
    let own_host = url.scheme().starts_with("http") && url.host_str() == Some("tauri.localhost");
    own_scheme || own_host
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_may_be_shown() {
        assert!(is_own_page(&"tauri://localhost/index.html".parse().unwrap()), "the shipped page");
        assert!(is_own_page(&"http://tauri.localhost/index.html".parse().unwrap()), "the same on Windows");
        for foreign in
            ["https://example.org/", "file:///etc/passwd", "data:text/html,x", "http://localhost.example.org/"]
        {
            assert!(!is_own_page(&foreign.parse().unwrap()), "{foreign} is not ours");
        }
    }
}
