//! Windows. The web view comes with Windows 11 and with the browser of Windows 10.

use crate::shell;

/// Returns what has to be installed by hand.
pub fn missing() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !shell::succeeds("perl", &["-v"]) {
        missing.push("a perl that knows Windows paths, such as Strawberry Perl: it configures OpenSSL");
    }
    missing
}
