//! macOS. The web view belongs to the system; Apple's tools are installed through Apple.

use crate::shell;

/// Returns what has to be installed by hand.
pub fn missing() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !shell::succeeds("xcode-select", &["-p"]) {
        missing.push("Apple's command line tools: xcode-select --install");
    }
    if !shell::succeeds("perl", &["-v"]) {
        missing.push("perl, which configures OpenSSL");
    }
    missing
}
