//! Fedora and its kin. Written from the distribution's package names; not tried on one.

use super::{Package, Packaged, build, test};
use crate::shell;

/// Packages and tools of a Fedora.
pub const SYSTEM: Packaged =
    Packaged { name: "Fedora", packages: PACKAGES, is_installed, refresh: None, install: &["dnf", "install", "-y"] };

const PACKAGES: &[Package] = &[
    build("pkgconf-pkg-config", "finds the libraries below"),
    build("perl-core", "configures OpenSSL, which the encrypted database is built with"),
    build("make", "builds OpenSSL"),
    build("webkit2gtk4.1-devel", "the web view the window is drawn with"),
    build("librsvg2-devel", "icons of the window's tool kit"),
    build("libxdo-devel", "keys and pointer of the window under X11"),
    // Asked for by path: which package holds the driver has changed between releases.
    test("/usr/bin/WebKitWebDriver", "lets the tests use the real window"),
    test("xorg-x11-server-Xvfb", "a screen for that window, away from yours"),
    test("openbox", "a window manager on that screen: focus, sizes"),
    test("xdotool", "keys pressed outside the web view"),
    test("dbus-daemon", "a message bus of the test's own"),
    test("libfaketime", "a clock that a test can set"),
    test("strace", "shows every call a program makes to the system"),
    test("poppler-utils", "reads and draws the PDFs again"),
    test("qpdf", "checks that the PDFs are sound"),
    test("ripgrep", "a peer to measure search against"),
];

fn is_installed(package: &str) -> bool {
    shell::succeeds("rpm", &["-q", "--whatprovides", package])
}
