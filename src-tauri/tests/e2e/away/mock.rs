//! A system's message bus of the test's own, with a logind on it that says what the test wants said.

use crate::driver::{Bus, Home};
use dbus::Message;
use dbus::Path;
use dbus::arg::{AppendAll, OwnedFd, PropMap, Variant};
use dbus::blocking::SyncConnection;
use dbus::channel::{MatchingReceiver, Sender};
use dbus::message::MatchRule;
use std::io::{PipeReader, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The path of the app's own login session, and of somebody else's.
pub(super) const OWN: &str = "/org/freedesktop/login1/session/_31";
pub(super) const ANOTHER: &str = "/org/freedesktop/login1/session/c2";

const NAME: &str = "org.freedesktop.login1";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Somebody who speaks on a bus.
pub(crate) struct Speaker {
    bus: Arc<SyncConnection>,
    ended: Arc<AtomicBool>,
}

impl Speaker {
    /// Comes to a bus.
    pub(crate) fn on(address: &str) -> Self {
        let bus = Arc::new(SyncConnection::new_address(address).expect("the bus of the test answers"));
        Self { bus, ended: Arc::default() }
    }

    /// Says something to everybody.
    pub(crate) fn say(&self, path: &str, interface: &str, member: &str, what: impl AppendAll) {
        self.bus.send(signal(path, interface, member, what)).expect("it is said");
        self.bus.channel().flush();
    }

    /// Answers under a name what is asked there, and says what follows from it, as long as the speaker is there.
    pub(crate) fn answer(&self, name: &str, answer: impl Fn(&Message) -> Vec<Message> + Send + Sync + 'static) {
        let reply = move |call: Message, bus: &SyncConnection| {
            for said in answer(&call) {
                bus.send(said).expect("it is answered");
            }
            true
        };
        self.bus.start_receive(MatchRule::new_method_call(), Box::new(reply));
        self.bus.request_name(name, false, true, false).expect("the name is free");
        // Listening only now: beside another thread that reads, the answer about the name can be missed.
        let (bus, ended) = (Arc::clone(&self.bus), Arc::clone(&self.ended));
        std::thread::spawn(
            move || {
                while !ended.load(Ordering::Relaxed) && bus.process(Duration::from_millis(50)).is_ok() {}
            },
        );
    }
}

/// A message for everybody.
pub(crate) fn signal(path: &str, interface: &str, member: &str, what: impl AppendAll) -> Message {
    let path = Path::new(path).expect("a path");
    let mut message = Message::signal(&path, &interface.to_owned().into(), &member.to_owned().into());
    message.append_all(what);
    message
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}

/// The service that knows of sleep and of login sessions.
pub(super) struct Login {
    pub(super) address: String,
    speaker: Speaker,
    /// The ends of the pipes that those who hold sleep back have not let go of.
    held: Arc<Mutex<Vec<PipeReader>>>,
    _bus: Bus,
}

impl Login {
    /// Starts the bus and the service on it.
    pub(super) fn start(home: &Home) -> Self {
        let bus = Bus::start(home).expect("dbus-daemon is installed: `cargo xtask setup` does it");
        let speaker = Speaker::on(&bus.address);
        let held = Arc::new(Mutex::new(Vec::new()));
        let to_hold = Arc::clone(&held);
        speaker.answer(NAME, move |call| match call.member().as_deref() {
            Some("Inhibit") => {
                let (kept, given) = std::io::pipe().expect("a pipe");
                to_hold.lock().expect("one thread at a time").push(kept);
                vec![call.method_return().append1(OwnedFd::from(given))]
            }
            Some("GetSessionByPID") => vec![call.method_return().append1(Path::new(OWN).expect("a path"))],
            _ => Vec::new(),
        });
        Self { address: bus.address.clone(), speaker, held, _bus: bus }
    }

    /// Announces that the machine is about to sleep, or that it woke.
    pub(super) fn sleep(&self, sleeping: bool) {
        self.speaker.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", (sleeping,));
    }

    /// Announces that a session is to be locked.
    pub(super) fn lock(&self, session: &str) {
        self.speaker.say(session, SESSION, "Lock", ());
    }

    /// Announces that a property of a session changed.
    pub(super) fn change(&self, session: &str, name: &str, value: bool) {
        let mut changed = PropMap::new();
        changed.insert(name.to_owned(), Variant(Box::new(value)));
        let what = (SESSION, changed, Vec::<String>::new());
        self.speaker.say(session, "org.freedesktop.DBus.Properties", "PropertiesChanged", what);
    }

    /// Returns how often the app has asked to be waited for.
    pub(super) fn times_held(&self) -> usize {
        self.held.lock().expect("one thread at a time").len()
    }

    /// Waits until the app lets the machine sleep.
    pub(super) fn wait_let_go(&self) {
        let mut kept = self.held.lock().expect("one thread at a time").pop().expect("sleep was held back");
        // The other end is written to by nobody: reading ends when the last holder has closed it.
        kept.read_to_end(&mut Vec::new()).expect("the pipe is read");
    }
}
