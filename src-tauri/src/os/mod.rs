//! What the operating system says when the coach goes away: the machine sleeps, its screen is locked, somebody else
//! sits down at it. Each of these locks the book at once (DESIGN §10.12). And what it is asked not to keep.

pub(crate) mod keychain;
#[cfg(target_os = "linux")]
mod linux;

/// Makes sure that a crash leaves no file with the memory of this program, nor of the web process it starts. On Linux no
/// other program of the same user can look into its memory either. What a system refuses, it goes without.
pub(crate) fn leave_no_dumps() {
    #[cfg(unix)]
    {
        let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
        let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Whether the system says when its screen is locked, when another user takes over, and before it sleeps.
pub(crate) const HEARS_THE_SYSTEM: bool = cfg!(target_os = "linux");

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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{env, fs, process::Command};

    const CHILD: &str = "COACHBOOK_TEST_OF_DUMPS";

    /// In a process of its own, because what it takes away does not come back.
    #[test]
    fn a_crash_leaves_no_dump_and_nobody_else_can_look_in() {
        if let Ok(when) = env::var(CHILD) {
            if when == "after" {
                super::leave_no_dumps();
            }
            let limits = fs::read_to_string("/proc/self/limits").unwrap();
            let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
            let dumpable = rustix::process::dumpable_behavior().unwrap();
            let none = core.split_whitespace().filter(|word| *word == "0").count() == 2;
            let closed = dumpable == rustix::process::DumpableBehavior::NotDumpable;
            assert_eq!((none && closed, closed), (when == "after", when == "after"), "{core} {dumpable:?}");
            return;
        }
        for when in ["before", "after"] {
            let name = "os::tests::a_crash_leaves_no_dump_and_nobody_else_can_look_in";
            let mut child = Command::new(env::current_exe().unwrap());
            let ended = child.args([name, "--exact"]).env(CHILD, when).output().unwrap();
            assert!(ended.status.success(), "{when}: {}", String::from_utf8_lossy(&ended.stdout));
        }
    }
}
