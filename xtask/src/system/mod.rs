//! What each system must have installed, one file per system.

mod arch;
mod debian;
mod fedora;
mod macos;
mod windows;

use crate::shell::{self, Trouble};
use std::process::Command;

/// What a package is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Building and running the app.
    Build,
    /// The tests as well.
    Test,
}

/// A package of the system and the reason it is asked for.
pub struct Package {
    name: &'static str,
    need: Need,
    why: &'static str,
}

const fn build(name: &'static str, why: &'static str) -> Package {
    Package { name, need: Need::Build, why }
}

const fn test(name: &'static str, why: &'static str) -> Package {
    Package { name, need: Need::Test, why }
}

/// A system whose packages can be installed from here.
pub struct Packaged {
    name: &'static str,
    packages: &'static [Package],
    is_installed: fn(&str) -> bool,
    /// Brings the list of packages up to date, where installing does not do that by itself.
    refresh: Option<&'static [&'static str]>,
    install: &'static [&'static str],
}

/// The system this is running on.
enum System {
    Packaged(&'static Packaged),
    /// Nothing is installed from here; these are checked, and named when missing.
    Checked {
        name: &'static str,
        missing: fn() -> Vec<&'static str>,
    },
    Unknown,
}

/// Installs what is missing for `need`, after saying what and why.
pub fn install_missing(need: Need) -> Result<(), Trouble> {
    match detect() {
        System::Packaged(system) => install_packages(system, need),
        System::Checked { name, missing } => {
            let missing = missing();
            shell::say(&format!("{name}: checking what the build needs"));
            if missing.is_empty() {
                println!("   all there");
                return Ok(());
            }
            Err(Trouble::new(format!("this has to be installed by hand:\n  - {}", missing.join("\n  - "))))
        }
        System::Unknown => {
            shell::say(
                "This Linux is not one whose packages are known here (Debian, Ubuntu, Fedora, Arch and their kin)",
            );
            println!("   Wanted, under whatever names it gives them:");
            for package in
                debian::SYSTEM.packages.iter().filter(|package| need == Need::Test || package.need == Need::Build)
            {
                println!("   - {}: {}", package.name, package.why);
            }
            Ok(())
        }
    }
}

/// Returns whether the tests can open the real window here.
pub fn has_window_tests() -> bool {
    cfg!(target_os = "linux")
}

fn detect() -> System {
    if cfg!(target_os = "macos") {
        return System::Checked { name: "macOS", missing: macos::missing };
    }
    if cfg!(windows) {
        return System::Checked { name: "Windows", missing: windows::missing };
    }
    [&debian::SYSTEM, &fedora::SYSTEM, &arch::SYSTEM]
        .into_iter()
        .find(|system| system.install.first().is_some_and(|tool| shell::succeeds(tool, &["--version"])))
        .map_or(System::Unknown, System::Packaged)
}

fn install_packages(system: &Packaged, need: Need) -> Result<(), Trouble> {
    shell::say(&format!("{}: checking system packages", system.name));
    let missing: Vec<&Package> = system
        .packages
        .iter()
        .filter(|package| need == Need::Test || package.need == Need::Build)
        .filter(|package| !(system.is_installed)(package.name))
        .collect();
    if missing.is_empty() {
        println!("   all there");
        return Ok(());
    }
    println!("   These are missing and will be installed:");
    for package in &missing {
        println!("   - {}: {}", package.name, package.why);
    }
    if let Some(refresh) = system.refresh {
        shell::run(&mut as_root(refresh, &[]))?;
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    shell::run(&mut as_root(system.install, &names))
}

/// Returns the command, through sudo where this is not root already.
fn as_root(line: &[&str], more: &[&str]) -> Command {
    let is_root = shell::answer("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut words: Vec<&str> = Vec::new();
    if !is_root {
        println!("   (sudo may ask for your password: installing packages is the administrator's act)");
        // sudo clears the environment, so the variable travels on its command line.
        words.extend(["sudo", "env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    words.extend(line.iter().chain(more));
    let (program, arguments) = words.split_first().map_or(("true", &[][..]), |(program, rest)| (*program, rest));
    let mut command = shell::command(program, arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
