//! Commands: thin, async, and the same list in four places.

use crate::source::{below, read, saying};
use std::collections::BTreeSet;

/// A body has fewer lines than this.
const LINES: usize = 20;

/// Returns what is wrong with the commands in a file.
fn faults(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("#[tauri::command").skip(1) {
        let Some((head, rest)) = part.split_once('{') else { continue };
        let name = head.split("fn ").nth(1).and_then(|name| name.split(['(', '<']).next()).unwrap_or("?");
        if !head.contains("async fn ") {
            found.push(format!("{name} is not async: it would hold up the window"));
        }
        let body = body(rest);
        if body.lines().count() > LINES {
            found.push(format!("{name} has {} lines: a command parses, calls, converts", body.lines().count()));
        }
        for said in saying(body, &["SELECT", "INSERT", "UPDATE", "DELETE"]) {
            found.push(format!("{name} speaks SQL: {said}"));
        }
    }
    found
}

/// Returns the text up to the brace that closes what was opened.
fn body(text: &str) -> &str {
    let mut depth = 1;
    let end = text.char_indices().find(|(_, letter)| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0
    });
    end.map_or(text, |(at, _)| text[..at].trim())
}

/// Returns what stands in quotes between two marks.
fn quoted(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let part = text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(part, _)| part);
    part.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Returns the commands the handler list names.
fn handled(text: &str) -> BTreeSet<String> {
    let part =
        text.split_once("generate_handler![").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(part, _)| part);
    let names = part.split(',').filter_map(|path| path.rsplit("::").next());
    names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Returns the own commands a capability allows.
fn permitted(text: &str) -> BTreeSet<String> {
    let capability: serde_json::Value = serde_json::from_str(text).expect("the capability is JSON");
    let permissions = capability["permissions"].as_array().expect("a list of permissions").iter();
    let own = permissions.filter_map(|permission| permission.as_str()?.strip_prefix("allow-"));
    own.map(|name| name.replace('-', "_")).collect()
}

/// Returns the commands a script calls.
fn called(text: &str) -> BTreeSet<String> {
    text.split("call(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Says how two lists differ.
fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    one.symmetric_difference(other).cloned().collect()
}

#[test]
fn commands_are_async_short_and_without_sql() {
    let files = below("src-tauri/src/commands", ".rs");
    assert!(!files.is_empty(), "there are no commands");
    let found: Vec<String> = files.iter().flat_map(|file| faults(&file.text)).collect();
    assert!(found.is_empty(), "{found:#?}");

    let bad = format!("#[tauri::command]\nfn slow() {{\n{}\nrun(\"SELECT 1\") }}", "step();\n".repeat(LINES));
    assert_eq!(faults(&bad).len(), 3, "control: {:?}", faults(&bad));
    assert!(
        faults("#[tauri::command]\nasync fn good() {\n if x { y } else { z }\n}\nfn long() {").is_empty(),
        "control"
    );
}

#[test]
fn the_four_lists_of_commands_are_one() {
    let allowed = quoted(&read("src-tauri/build.rs").text, "const COMMANDS", "];");
    let handled = handled(&read("src-tauri/src/commands/mod.rs").text);
    let permitted = permitted(&read("src-tauri/capabilities/main.json").text);
    let called: BTreeSet<String> = below("ui/src/ipc", ".js").iter().flat_map(|file| called(&file.text)).collect();
    assert!(!allowed.is_empty(), "the allow-list in build.rs was not found");
    assert_eq!(difference(&allowed, &handled), [""; 0], "build.rs and commands/mod.rs differ");
    assert_eq!(difference(&allowed, &permitted), [""; 0], "build.rs and capabilities/main.json differ");
    assert_eq!(difference(&allowed, &called), [""; 0], "build.rs and ui/src/ipc differ");
}

#[test]
fn the_lists_are_really_read() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(quoted("x const COMMANDS: &[&str] = &[\"a\", \"b\"];", "const COMMANDS", "];"), names(&["a", "b"]));
    assert_eq!(
        handled("tauri::generate_handler![crate::commands::notes::save_note,\n lock]"),
        names(&["save_note", "lock"])
    );
    assert_eq!(permitted(r#"{"permissions": ["core:event:allow-listen", "allow-save-note"]}"#), names(&["save_note"]));
    assert_eq!(called("call(\"save_note\", {}); await call(\"lock\")"), names(&["save_note", "lock"]));
    assert_eq!(difference(&names(&["a", "b"]), &names(&["b", "c"])), ["a", "c"]);
}

#[test]
fn commands_are_named_only_in_ipc() {
    let check = |text: &str| saying(text, &["invoke(", "call(\""]);
    let mut elsewhere = below("ui/src", ".js");
    elsewhere.retain(|file| !file.path.starts_with("ui/src/ipc/"));
    crate::source::assert_clean("only ui/src/ipc names a command", &elsewhere, check);

    assert_eq!(check("await invoke(\"lock\")").len(), 1, "control");
}
