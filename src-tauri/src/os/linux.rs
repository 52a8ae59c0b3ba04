//! Sleep, screen lock and change of user, as logind and the desktop announce them on the two message buses.

use std::{cell::RefCell, rc::Rc, thread, time::Duration};

use dbus::{
    Error, Message, Path,
    arg::{OwnedFd, PropMap, prop_cast},
    blocking::LocalConnection,
    message::MatchRule,
};

/// The service that announces sleep, and where it answers.
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Who announces on the desktop's own bus that the screen was locked: each has `ActiveChanged(locked)`.
const SCREEN_LOCKS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a bus may be silent in one look; then it is looked at again.
const A_WHILE: Duration = Duration::from_secs(3_600);

/// How long a bus that went away is left alone before it is looked for again.
const BUS_GONE: Duration = Duration::from_secs(10);

/// What was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// The machine is about to sleep.
    Sleeping,
    /// It woke.
    Awake,
    /// The screen was locked, or another user took the machine.
    Away,
}

/// What was announced since somebody looked.
type Announced = Rc<RefCell<Vec<Heard>>>;

/// Listens on both buses, each on a thread of its own.
pub(super) fn when_away(away: impl Fn() + Clone + Send + 'static) {
    let for_sleep = away.clone();
    thread::spawn(move || keep_listening(BUS_GONE, || listen_to_login(&for_sleep)));
    thread::spawn(move || keep_listening(BUS_GONE, || listen_to_desktop(&away)));
}

/// Listens until the bus goes away, and again when it is back. A machine on which it never was has nothing to say.
fn keep_listening(pause: Duration, listen: impl Fn() -> Lost) {
    let mut was_there = false;
    loop {
        was_there |= listen() == Lost::OnTheWay;
        if !was_there {
            return;
        }
        thread::sleep(pause);
    }
}

/// When a bus was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lost {
    /// It could not be reached.
    AtFirst,
    /// It had been listened to.
    OnTheWay,
}

fn listen_to_login(away: &impl Fn()) -> Lost {
    let announced = Announced::default();
    let reached = LocalConnection::new_system().and_then(|bus| hear_login(&bus, &announced).map(|()| bus));
    let Ok(bus) = reached else { return Lost::AtFirst };
    // As long as this is held, the machine waits a few seconds before it sleeps; let go, it sleeps.
    let mut wait_for_us = hold_sleep(&bus);
    while bus.process(A_WHILE).is_ok() {
        for heard in announced.take() {
            match heard {
                Heard::Sleeping => {
                    away();
                    wait_for_us = None;
                }
                Heard::Awake => wait_for_us = wait_for_us.take().or_else(|| hold_sleep(&bus)),
                Heard::Away => away(),
            }
        }
    }
    Lost::OnTheWay
}

fn hear_login(bus: &LocalConnection, announced: &Announced) -> Result<(), Error> {
    hear(bus, announced, MatchRule::new_signal(MANAGER, "PrepareForSleep"), |message| {
        let (sleeping,): (bool,) = message.read_all().ok()?;
        Some(if sleeping { Heard::Sleeping } else { Heard::Awake })
    })?;
    // Without a session of our own, as under a bare X server, any session's lock is taken for ours.
    let own = own_session(bus);
    let of_session = |mut rule: MatchRule<'static>| {
        rule.path = own.clone();
        rule
    };
    hear(bus, announced, of_session(MatchRule::new_signal(SESSION, "Lock")), |_| Some(Heard::Away))?;
    if own.is_some() {
        let changed = MatchRule::new_signal("org.freedesktop.DBus.Properties", "PropertiesChanged");
        hear(bus, announced, of_session(changed), |message| {
            let (of, changed, _): (String, PropMap, Vec<String>) = message.read_all().ok()?;
            let says = |name: &str| prop_cast::<bool>(&changed, name).copied();
            let gone = of == SESSION && (says("Active") == Some(false) || says("LockedHint") == Some(true));
            gone.then_some(Heard::Away)
        })?;
    }
    Ok(())
}

fn listen_to_desktop(away: &impl Fn()) -> Lost {
    let announced = Announced::default();
    let reached = LocalConnection::new_session().and_then(|bus| hear_desktop(&bus, &announced).map(|()| bus));
    let Ok(bus) = reached else { return Lost::AtFirst };
    while bus.process(A_WHILE).is_ok() {
        if !announced.take().is_empty() {
            away();
        }
    }
    Lost::OnTheWay
}

fn hear_desktop(bus: &LocalConnection, announced: &Announced) -> Result<(), Error> {
    let locked = |message: &Message| {
        let (locked,): (bool,) = message.read_all().ok()?;
        locked.then_some(Heard::Away)
    };
    SCREEN_LOCKS.iter().try_for_each(|name| hear(bus, announced, MatchRule::new_signal(*name, "ActiveChanged"), locked))
}

/// Notes what `read` makes of each message the rule lets through. Nothing is done here: the bus must not be asked while
/// it is being read.
fn hear(
    bus: &LocalConnection,
    announced: &Announced,
    rule: MatchRule<'static>,
    read: impl Fn(&Message) -> Option<Heard> + 'static,
) -> Result<(), Error> {
    let announced = Rc::clone(announced);
    bus.add_match(rule, move |(), _, message| {
        announced.borrow_mut().extend(read(message));
        true
    })
    .map(drop)
}

/// The login session this program runs in, if logind knows one.
fn own_session(bus: &LocalConnection) -> Option<Path<'static>> {
    let manager = bus.with_proxy(LOGIN, LOGIN_PATH, PATIENCE);
    let (path,): (Path<'static>,) = manager.method_call(MANAGER, "GetSessionByPID", (std::process::id(),)).ok()?;
    Some(path)
}

/// Asks that the machine wait for us before it sleeps. Where nobody can be asked, the clock tells after waking.
fn hold_sleep(bus: &LocalConnection) -> Option<OwnedFd> {
    let manager = bus.with_proxy(LOGIN, LOGIN_PATH, PATIENCE);
    let asked = ("sleep", "Coachbook", "Locks the book before the machine sleeps", "delay");
    let (held,): (OwnedFd,) = manager.method_call(MANAGER, "Inhibit", asked).ok()?;
    Some(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often a bus is looked for that is lost in this way each time, the last time ending the test.
    fn looks(lost: &[Lost]) -> usize {
        let looked = RefCell::new(0);
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            keep_listening(Duration::ZERO, || {
                *looked.borrow_mut() += 1;
                *lost.get(*looked.borrow() - 1).expect("the end of the trial")
            });
        }));
        drop(ended);
        looked.into_inner()
    }

    #[test]
    fn a_bus_that_was_there_is_looked_for_again_and_again() {
        assert_eq!(looks(&[Lost::AtFirst, Lost::AtFirst]), 1, "one that never was is left alone");
        assert_eq!(looks(&[Lost::OnTheWay, Lost::AtFirst, Lost::AtFirst, Lost::OnTheWay]), 5);
    }
}
