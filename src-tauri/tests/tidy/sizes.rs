//! Sizes are told, not enforced: a long table may be right, and a limit met by splitting a thought is not.

use crate::source::{Source, below};

/// What is meant to fit on a few screens: folder, ending, lines.
const LIMITS: &[(&str, &str, usize)] =
    &[("src-tauri", ".rs", 300), ("xtask", ".rs", 300), ("ui/src", ".js", 150), ("ui/src", ".css", 200)];
/// The list of everything the program is made of.
const LIB: (&str, usize) = ("src-tauri/src/lib.rs", 120);
/// Lines of a Rust function.
const FUNCTION: usize = 40;

fn over(files: &[Source], limit: usize) -> Vec<String> {
    let lines = |file: &Source| file.text.lines().count();
    files
        .iter()
        .filter(|file| lines(file) > limit)
        .map(|file| format!("{} has {} lines", file.path, lines(file)))
        .collect()
}

/// Returns functions longer than the limit; rustfmt's indentation says where one ends.
fn long_functions(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, String)> = None;
    for (number, line) in file.text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if let Some((start, depth, name)) = &open {
            if line.trim_end() == format!("{}}}", " ".repeat(*depth)) {
                if number - start > FUNCTION {
                    found.push(format!("{}:{} {name} has {} lines", file.path, start + 1, number - start));
                }
                open = None;
            }
        } else if let Some((_, rest)) = line.split_once("fn ")
            && line.trim_end().ends_with(['{', '('])
        {
            let name = rest.split(['(', '<']).next().unwrap_or(rest).to_owned();
            open = Some((number, indent, name));
        }
    }
    found
}

#[test]
fn what_is_over_the_sizes_is_told() {
    let mut told = Vec::new();
    for (folder, ending, limit) in LIMITS {
        told.extend(over(&below(folder, ending), *limit));
    }
    told.extend(over(&[crate::source::read(LIB.0)], LIB.1));
    told.extend(below("src-tauri", ".rs").iter().chain(&below("xtask", ".rs")).flat_map(long_functions));
    for line in told {
        println!("large: {line}");
    }
}

#[test]
fn sizes_are_really_measured() {
    let file = |text: String| Source { path: "sample.rs".to_owned(), text };
    assert_eq!(over(&[file("line\n".repeat(5))], 4).len(), 1);
    let long = format!("fn long() {{\n{}}}\nfn short() {{\n}}\n", "    step();\n".repeat(FUNCTION + 1));
    assert_eq!(long_functions(&file(long)).len(), 1);
}
