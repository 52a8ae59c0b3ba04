//! Reading the project's files, and telling code from comment.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const NOT_OURS: &[&str] = &[".git", "target", "node_modules", "vendor", "gen", "permissions", "fonts"];

/// A file of the project.
pub(crate) struct Source {
    /// Path from the top folder, with slashes on every system.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

/// Returns the top folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads one file that must be there.
pub(crate) fn read(path: &str) -> Source {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path: path.to_owned(), text }
}

/// Reads every text file below a folder whose name ends as given.
pub(crate) fn below(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(folder), ending, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Reads the library code of every crate that is ours and part of the app, tests left out.
pub(crate) fn app_code() -> Vec<Source> {
    let mut found = below("src-tauri/src", ".rs");
    found.extend(below("src-tauri/crates", ".rs").into_iter().filter(|source| source.path.contains("/src/")));
    found.retain(|source| !source.path.starts_with("src-tauri/crates/testkit"));
    assert!(found.len() > 20, "the app's code was not found");
    found
}

fn gather(folder: &Path, ending: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                gather(&entry.path(), ending, found);
            }
        } else if name.ends_with(ending)
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            let path =
                entry.path().strip_prefix(root()).expect("below the top folder").to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// Returns the lines with their numbers, comments taken out. Enough for Rust, JavaScript and the words looked for here.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(number, line)| {
        let start = line.trim_start();
        let is_comment = start.starts_with("//") || start.starts_with("/*") || start.starts_with("* ") || start == "*/";
        let code = line.split(" // ").next().unwrap_or(line);
        (!is_comment).then_some((number + 1, code))
    })
}

/// Returns the lines of code that say one of the words, each as `line: word`.
pub(crate) fn saying(text: &str, words: &[&str]) -> Vec<String> {
    let said = |line: &str| words.iter().copied().find(|word| has_word(line, word));
    code(text).filter_map(|(number, line)| said(line).map(|word| format!("{number}: {word}"))).collect()
}

/// Returns whether a line has a word that is not part of a longer one.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    line.match_indices(word).any(|(at, _)| {
        let starts_inside = word.starts_with(char::is_alphanumeric) && is_part(line[..at].chars().next_back());
        let ends_inside = word.ends_with(char::is_alphanumeric) && is_part(line[at + word.len()..].chars().next());
        !starts_inside && !ends_inside
    })
}

/// Fails with all that a check found in the given files.
pub(crate) fn assert_clean(rule: &str, sources: &[Source], check: impl Fn(&str) -> Vec<String>) {
    let found: Vec<String> = sources
        .iter()
        .flat_map(|source| check(&source.text).into_iter().map(move |what| format!("{}:{what}", source.path)))
        .collect();
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

#[test]
fn comments_are_not_code_and_words_are_whole() {
    assert_eq!(saying("// std::fs\nlet x = 1; // std::fs\nuse std::fs;", &["std::fs"]), ["3: std::fs"]);
    assert!(has_word("eval(x)", "eval") && !has_word("medieval", "eval") && !has_word("evaluate", "eval"));
}
