//! The npm packages the lock file pins, and the files copied out of them.
//!
//! Nothing is bundled: the window ships these files as their authors wrote them, and the papers
//! embed these fonts. Copies are not committed, so that the lock file stays the only word on versions.

use crate::shell::{self, Trouble};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Entry files of the window's libraries: package, file in it, folder under `ui/src/vendor`.
/// What they import relatively comes along.
const SCRIPTS: &[(&str, &str, &str)] = &[
    ("lit-html", "lit-html.js", "lit-html"),
    ("lit-html", "directives/repeat.js", "lit-html"),
    ("lit-html", "directives/live.js", "lit-html"),
    ("lit-html", "directives/ref.js", "lit-html"),
    ("lit-html", "directives/class-map.js", "lit-html"),
    ("lit-html", "directives/if-defined.js", "lit-html"),
    ("lit-html", "directives/guard.js", "lit-html"),
    ("lit-html", "directives/keyed.js", "lit-html"),
    ("@tauri-apps/api", "core.js", "tauri"),
    ("@tauri-apps/api", "event.js", "tauri"),
];

/// Fonts of the papers: file in `node_modules/@expo-google-fonts`, name in the documents crate.
const FONTS: &[(&str, &str)] = &[
    ("noto-sans/400Regular/NotoSans_400Regular.ttf", "NotoSans-Regular.ttf"),
    ("noto-sans/700Bold/NotoSans_700Bold.ttf", "NotoSans-Bold.ttf"),
    ("noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf", "NotoSans-Italic.ttf"),
    ("noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf", "NotoNaskhArabic-Regular.ttf"),
    ("noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf", "NotoNaskhArabic-Bold.ttf"),
    ("noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf", "NotoSansHebrew-Regular.ttf"),
    ("noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf", "NotoSansHebrew-Bold.ttf"),
    ("noto-emoji/400Regular/NotoEmoji_400Regular.ttf", "NotoEmoji-Regular.ttf"),
    ("noto-sans/LICENSE_FONT", "LICENSE-NotoSans.txt"),
    ("noto-naskh-arabic/LICENSE_FONT", "LICENSE-NotoNaskhArabic.txt"),
    ("noto-sans-hebrew/LICENSE_FONT", "LICENSE-NotoSansHebrew.txt"),
    ("noto-emoji/LICENSE_FONT", "LICENSE-NotoEmoji.txt"),
];

/// The oldest Node that runs the test runner and the libraries in the lock file.
const OLDEST_NODE: u32 = 20;

/// Installs the locked packages where needed and copies what the build embeds.
pub fn set_up() -> Result<(), Trouble> {
    install()?;
    shell::say("Copying the window's libraries and the papers' fonts out of the npm packages");
    let copied = copy_scripts()? + copy_fonts()?;
    println!("   {}", if copied == 0 { "all current".to_owned() } else { format!("{copied} files written") });
    Ok(())
}

/// Runs `npm ci` when there are no packages or the lock file is newer than they are.
fn install() -> Result<(), Trouble> {
    let ui = shell::root().join("ui");
    shell::say("Checking npm packages");
    if is_newer(&ui.join("node_modules/.package-lock.json"), &ui.join("package-lock.json")) {
        println!("   all there");
        return Ok(());
    }
    check_node()?;
    println!("   The lock file's packages are missing or older than it");
    shell::run(shell::command("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(ui))
}

fn check_node() -> Result<(), Trouble> {
    let wanted = format!("Node {OLDEST_NODE} or newer, with npm, is needed");
    let version =
        shell::answer("node", &["--version"]).ok_or_else(|| Trouble::new(format!("{wanted}, and there is none")))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|digits| digits.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(Trouble::new(format!("{wanted}; this one is {}", version.trim())));
    }
    if shell::answer("npm", &["--version"]).is_none() {
        return Err(Trouble::new(format!("{wanted}; npm is missing")));
    }
    Ok(())
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file >= than)
}

fn copy_fonts() -> Result<usize, Trouble> {
    let root = shell::root();
    let from = root.join("ui/node_modules/@expo-google-fonts");
    let to = root.join("src-tauri/crates/documents/fonts");
    let mut copied = 0;
    for (source, name) in FONTS {
        copied += copy(&from.join(source), &to.join(name))?;
    }
    Ok(copied)
}

fn copy_scripts() -> Result<usize, Trouble> {
    let root = shell::root();
    let mut copied = 0;
    for (package, entry, folder) in SCRIPTS {
        let from = root.join("ui/node_modules").join(package);
        let to = root.join("ui/src/vendor").join(folder);
        for file in with_imports(&from, Path::new(entry))? {
            copied += copy(&from.join(&file), &to.join(&file))?;
            // The declarations stand beside the code, where the type check looks for them.
            let declarations = file.with_extension("d.ts");
            if from.join(&declarations).exists() {
                copied += copy(&from.join(&declarations), &to.join(&declarations))?;
            }
        }
    }
    Ok(copied)
}

/// Returns the file and all it imports by relative path, as paths inside the package.
fn with_imports(package: &Path, entry: &Path) -> Result<BTreeSet<PathBuf>, Trouble> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![entry.to_path_buf()];
    while let Some(file) = waiting.pop() {
        if !found.insert(file.clone()) {
            continue;
        }
        let path = package.join(&file);
        let text = fs::read_to_string(&path).map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
        let folder = file.parent().unwrap_or(Path::new(""));
        waiting.extend(imports(&text).map(|import| folded(&folder.join(import))));
    }
    Ok(found)
}

/// Returns the relative paths a script imports or exports from.
///
/// Only lines that begin like code are read: the libraries show imports in their comments too.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with("import") || line.starts_with("export"))
        .flat_map(|line| line.split("from").skip(1).chain(line.split("import").skip(1)))
        .filter_map(|rest| {
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''))?;
            rest.get(1..)?.split(quote).next()
        })
        .filter(|path| path.starts_with('.'))
}

/// Takes `.` and `..` out of a path inside a package.
fn folded(path: &Path) -> PathBuf {
    let mut folded = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                folded.pop();
            }
            Component::CurDir => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Copies a file unless the copy is the same already: a new date would make the app build again.
fn copy(from: &Path, to: &Path) -> Result<usize, Trouble> {
    let bytes = fs::read(from).map_err(|error| Trouble::new(format!("{}: {error}", from.display())))?;
    write_if_changed(to, &bytes)
}

/// Writes a file unless it says the same already; returns how many files were written.
pub fn write_if_changed(to: &Path, bytes: &[u8]) -> Result<usize, Trouble> {
    if fs::read(to).is_ok_and(|old| old == bytes) {
        return Ok(0);
    }
    let written = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(to, bytes));
    written.map_err(|error| Trouble::new(format!("{}: {error}", to.display())))?;
    Ok(1)
}

#[cfg(test)]
mod tests {
    use super::{folded, imports};
    use std::path::{Path, PathBuf};

    #[test]
    fn imports_are_found_in_minified_and_plain_code_but_not_in_comments() {
        let text = "import{a as b}from\"./lit-html.js\";import{c}from\"../directive.js\";\n\
                    import { d } from './external/tslib.js';\n\
                    import \"./side-effect.js\";\n\
                    import { e } from \"bare\";\n * import { f } from './shown.js';\n";
        let found: Vec<&str> = imports(text).collect();
        assert_eq!(found, ["./lit-html.js", "../directive.js", "./external/tslib.js", "./side-effect.js"]);
    }

    #[test]
    fn paths_lose_their_dots() {
        assert_eq!(folded(Path::new("directives/../lit-html.js")), PathBuf::from("lit-html.js"));
        assert_eq!(folded(Path::new("./core.js")), PathBuf::from("core.js"));
    }
}
