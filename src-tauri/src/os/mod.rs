//! What the operating system says when the coach goes away: the machine sleeps, its screen is locked, somebody else
//! sits down at it. Each of these locks the book at once (DESIGN §10.12).

#[cfg(target_os = "linux")]
mod linux;

/// Calls `away` each time the coach goes away, from a thread of its own, as long as the program runs. `away` comes
/// back when the book is locked: the machine is asked to wait for that before it sleeps.
///
/// On Linux the signals of logind and of the desktop's screen lock are heard. Elsewhere nothing is heard, and the
/// clock alone tells of a sleep, after waking.
pub(crate) fn when_away(away: impl Fn() + Clone + Send + 'static) {
    #[cfg(target_os = "linux")]
    linux::when_away(away);
    #[cfg(not(target_os = "linux"))]
    drop(away);
}
