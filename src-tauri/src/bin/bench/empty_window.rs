//! An empty window of the same build: the floor a cold start is measured against. `cargo xtask bench` starts it.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use tauri::{Builder, Url, WebviewUrl, WebviewWindowBuilder, http::Response};

/// One word on a colour that no window has before its page is drawn.
const PAGE: &str = "<!doctype html><html lang=en><title>Empty</title><body style=background:#dfe7e2>Empty";

fn main() -> Result<(), tauri::Error> {
    Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            Response::builder().header("Content-Type", "text/html").body(PAGE.as_bytes()).unwrap_or_default()
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol(Url::parse("empty://localhost/")?);
            // The size and the habits of the app's window.
            WebviewWindowBuilder::new(app, "empty", page)
                .title("Empty")
                .inner_size(1180.0, 780.0)
                .incognito(true)
                .devtools(false)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
