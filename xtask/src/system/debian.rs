//! Debian, Ubuntu and their kin.

use super::{Package, Packaged, build, test};
use crate::shell;

/// Packages and tools of a Debian.
pub const SYSTEM: Packaged = Packaged {
    name: "Debian or Ubuntu",
    packages: PACKAGES,
    is_installed,
    refresh: Some(&["apt-get", "update", "-q"]),
    install: &["apt-get", "install", "-y", "-q", "--no-install-recommends"],
};

const PACKAGES: &[Package] = &[
    build("pkg-config", "finds the libraries below"),
    build("perl", "configures OpenSSL, which the encrypted database is built with"),
    build("make", "builds OpenSSL"),
    build("libwebkit2gtk-4.1-dev", "the web view the window is drawn with"),
    build("librsvg2-dev", "icons of the window's tool kit"),
    build("libxdo-dev", "keys and pointer of the window under X11"),
    test("webkit2gtk-driver", "lets the tests use the real window"),
    test("xvfb", "a screen for that window, away from yours"),
    test("openbox", "a window manager on that screen: focus, sizes"),
    test("xdotool", "keys pressed outside the web view"),
    test("dbus", "a message bus of the test's own"),
    test("libfaketime", "a clock that a test can set"),
    test("strace", "shows every call a program makes to the system"),
    test("poppler-utils", "reads and draws the PDFs again"),
    test("qpdf", "checks that the PDFs are sound"),
    test("ripgrep", "a peer to measure search against"),
];

fn is_installed(package: &str) -> bool {
    shell::answer("dpkg-query", &["-W", "-f=${Status}", package]).is_some_and(|status| status.ends_with(" installed"))
}
