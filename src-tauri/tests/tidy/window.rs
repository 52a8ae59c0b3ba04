//! What the window's scripts may do.

use crate::source::{Source, assert_clean, below, saying};

const TEXT_AS_CODE: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "unsafeHTML",
    "setHTMLUnsafe",
    "createContextualFragment",
    "srcdoc",
];
const STORES: &[&str] = &["localStorage", "sessionStorage", "indexedDB", "document.cookie", "caches", "serviceWorker"];
const NETWORK: &[&str] = &["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "http://", "https://"];

fn scripts() -> Vec<Source> {
    let scripts = below("ui/src", ".js");
    assert!(!scripts.is_empty(), "the window's scripts were not found");
    scripts
}

#[test]
fn only_the_transport_imports_tauri() {
    let check = |text: &str| saying(text, &["vendor/tauri", "@tauri-apps", "__TAURI__", "__TAURI_INTERNALS__"]);
    let mut others = scripts();
    others.retain(|script| script.path != "ui/src/ipc/transport.js");
    assert_clean("only ipc/transport.js knows Tauri", &others, check);

    assert_eq!(check("import { invoke } from \"../vendor/tauri/core.js\";").len(), 1, "control");
}

#[test]
fn words_are_never_markup_or_code() {
    assert_clean("text goes through templates", &scripts(), |text| saying(text, TEXT_AS_CODE));

    assert_eq!(saying("box.innerHTML = name;", TEXT_AS_CODE).len(), 1, "control");
}

#[test]
fn nothing_is_kept_in_the_web_view_or_sent_from_it() {
    assert_clean("nothing readable is left behind", &scripts(), |text| saying(text, STORES));
    assert_clean("the window talks to the app only", &scripts(), |text| saying(text, NETWORK));

    assert_eq!(saying("localStorage.setItem(\"draft\", text)", STORES).len(), 1, "control");
    assert_eq!(saying("await fetch(\"https://example.org\")", NETWORK).len(), 1, "control");
}

#[test]
fn pages_hold_no_inline_script_or_style() {
    let check = |text: &str| {
        let inline = ["<style", "style=\"", "onclick=", "onload=", "onerror=", "javascript:"];
        let mut found = saying(text, &inline);
        found.extend(
            text.split("<script")
                .skip(1)
                .filter(|tag| !tag.split('>').next().unwrap_or("").contains("src="))
                .map(|_| "0: <script> without src".to_owned()),
        );
        found
    };
    assert_clean("the policy forbids inline code", &below("ui/src", ".html"), check);

    assert_eq!(check("<script>go()</script>\n<p style=\"color: red\">").len(), 2, "control");
    assert!(check("<script type=\"module\" src=\"main.js\"></script>").is_empty(), "control");
}

#[test]
fn elements_do_not_call_the_app() {
    let check = |text: &str| saying(text, &["/ipc/"]);
    assert_clean("pages call ipc, elements send news up", &below("ui/src/elements", ".js"), check);

    assert_eq!(check("import { saveNote } from \"../ipc/notes.js\";").len(), 1, "control");
}
