//! `cargo xtask bundle`: installers for the system this runs on.

use crate::setup;
use crate::shell::{self, Trouble};
use crate::system::Need;

/// Builds the installers this system can make.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    shell::no_arguments(arguments)?;
    setup::for_need(Need::Build)?;
    let (kinds, needs) = kinds();
    shell::say(&format!("Building as shipped, and packing: {kinds}{needs}"));
    // Fetched when it is asked for: its packages for other systems can't be pinned in the lock file on every system.
    let tool = ["exec", "--yes", "--package=@tauri-apps/cli@2.12.5", "--", "tauri", "build", "--bundles", kinds];
    let mut command = shell::command("npm", &tool);
    shell::run(&mut command)?;
    println!("\n   in {}", shell::root().join("target/release/bundle").display());
    Ok(())
}

/// Returns what is packed here, and what has to be there first.
const fn kinds() -> (&'static str, &'static str) {
    if cfg!(target_os = "macos") {
        return (
            "dmg",
            " (signing and notarising need an Apple developer certificate; without one the system warns at first start)",
        );
    }
    if cfg!(windows) {
        return ("nsis", " (the packer fetches NSIS once; signing needs a code-signing certificate)");
    }
    ("deb,rpm", "")
}
