//! Reports: lines for people, JSON for whoever reads on.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Prints a line. A closed output is nobody's trouble.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Writes `{"rows": […]}`; every row is a list of names and values that are JSON already.
pub(crate) fn write_rows(file: &Path, rows: &[Vec<(&str, String)>]) -> io::Result<()> {
    let row = |row: &Vec<(&str, String)>| {
        let fields: Vec<String> = row.iter().map(|(name, value)| format!("{}: {value}", quoted(name))).collect();
        format!("  {{{}}}", fields.join(", "))
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, format!("{{\"rows\": [\n{}\n]}}\n", rows.join(",\n")))
}

/// Returns words as a JSON string.
pub(crate) fn quoted(words: &str) -> String {
    let mut json = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            letter if letter.is_control() => json.push(' '),
            letter => json.push(letter),
        }
    }
    json.push('"');
    json
}
