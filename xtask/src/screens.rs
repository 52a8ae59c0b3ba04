//! `cargo xtask screens --out DIR`: pictures of every screen, light and dark.

use crate::setup;
use crate::shell::{self, Trouble};
use crate::system::{self, Need};

/// Drives the real window on a screen of its own and saves what it shows.
pub fn start(arguments: &[String]) -> Result<(), Trouble> {
    let out = shell::out_folder(arguments)?;
    if !system::has_window_tests() {
        return Err(Trouble::new("the window can be driven on Linux only: other systems' web views bring no driver"));
    }
    setup::for_need(Need::Test)?;
    shell::say(&format!("Photographing every screen into {}", out.display()));
    let mut command = shell::command(
        "cargo",
        &["test", "--package", "coachbook", "--test", "screens", "--", "--nocapture", "--test-threads=1"],
    );
    shell::run(command.env("SCREENS_OUT", &out))?;
    let pictures = std::fs::read_dir(&out).map(|entries| entries.count()).unwrap_or(0);
    println!("   {pictures} files in {}", out.display());
    Ok(())
}
