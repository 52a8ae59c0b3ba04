//! Arch and its kin. Written from the distribution's package names; not tried on one.

use super::{Package, Packaged, build, test};
use crate::shell;

/// Packages and tools of an Arch.
pub const SYSTEM: Packaged = Packaged {
    name: "Arch",
    packages: PACKAGES,
    is_installed,
    refresh: None,
    install: &["pacman", "-S", "--needed", "--noconfirm"],
};

const PACKAGES: &[Package] = &[
    build("pkgconf", "finds the libraries below"),
    build("perl", "configures OpenSSL, which the encrypted database is built with"),
    build("make", "builds OpenSSL"),
    build("webkit2gtk-4.1", "the web view the window is drawn with, and its test driver"),
    build("librsvg", "icons of the window's tool kit"),
    build("xdotool", "keys and pointer of the window under X11"),
    test("xorg-server-xvfb", "a screen for that window, away from yours"),
    test("openbox", "a window manager on that screen: focus, sizes"),
    test("dbus", "a message bus of the test's own"),
    test("libfaketime", "a clock that a test can set"),
    test("strace", "shows every call a program makes to the system"),
    test("poppler", "reads and draws the PDFs again"),
    test("qpdf", "checks that the PDFs are sound"),
    test("ripgrep", "a peer to measure search against"),
];

fn is_installed(package: &str) -> bool {
    shell::succeeds("pacman", &["-Qq", package])
}
