//! A keychain on the app's own bus: the Secret Service, as far as the app asks it. It keeps one entry.

use crate::away::mock::{Speaker, signal};
use dbus::arg::{PropMap, Variant};
use dbus::strings::ErrorName;
use dbus::{Message, Path};
use std::sync::{Arc, Mutex};

const NAME: &str = "org.freedesktop.secrets";
const SESSION: &str = "/org/freedesktop/secrets/session/s1";
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";
const ITEM: &str = "/org/freedesktop/secrets/collection/login/1";
const PROMPT: &str = "/org/freedesktop/secrets/prompt/p1";
/// What stands for no object.
const NOTHING: &str = "/";

/// A secret on the bus: session, parameters, bytes, what kind of text.
type Secret = (Path<'static>, Vec<u8>, Vec<u8>, String);

#[derive(Default)]
struct Kept {
    secret: Option<Vec<u8>>,
    closed: bool,
    asked: u32,
}

/// The keychain.
pub(super) struct Keychain {
    kept: Arc<Mutex<Kept>>,
    _speaker: Speaker,
}

impl Keychain {
    /// Begins to answer on a bus.
    pub(super) fn on(address: &str) -> Self {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let speaker = Speaker::on(address);
        let held = Arc::clone(&kept);
        speaker.answer(NAME, move |call| {
            let reply = reply(call, &mut held.lock().expect("one thread at a time"));
            // Nobody types its password.
            let dismissed =
                || signal(PROMPT, "org.freedesktop.Secret.Prompt", "Completed", (true, Variant(String::new())));
            let asked = call.member().as_deref() == Some("Prompt");
            reply.into_iter().chain(asked.then(dismissed)).collect()
        });
        Self { kept, _speaker: speaker }
    }

    /// Returns what is kept, as text.
    pub(super) fn kept(&self) -> Option<String> {
        let kept = self.kept.lock().expect("one thread at a time");
        kept.secret.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Puts something else in the place of what is kept.
    pub(super) fn replace(&self, text: &str) {
        self.kept.lock().expect("one thread at a time").secret = Some(text.as_bytes().to_vec());
    }

    /// Closes the keychain: from now on it asks for a password that nobody types.
    pub(super) fn close(&self) {
        self.kept.lock().expect("one thread at a time").closed = true;
    }

    /// Returns how often it has asked for its password.
    pub(super) fn times_asked(&self) -> u32 {
        self.kept.lock().expect("one thread at a time").asked
    }
}

/// Stands in a keychain's place and says what a bus says where there is none.
pub(super) fn nobody_on(address: &str) -> Speaker {
    let speaker = Speaker::on(address);
    speaker.answer(NAME, |call| {
        let name = ErrorName::new("org.freedesktop.DBus.Error.ServiceUnknown").expect("a name");
        vec![call.error(&name, c"nobody is there")]
    });
    speaker
}

fn reply(call: &Message, kept: &mut Kept) -> Option<Message> {
    let answer = call.method_return();
    let items = || kept.secret.iter().map(|_| path(ITEM)).collect::<Vec<_>>();
    Some(match call.member().as_deref()? {
        "OpenSession" => answer.append2(Variant(String::new()), path(SESSION)),
        "ReadAlias" => answer.append1(path(COLLECTION)),
        "Get" => answer.append1(Variant(kept.closed)),
        "SearchItems" if kept.closed => answer.append2(Vec::<Path<'_>>::new(), items()),
        "SearchItems" => answer.append2(items(), Vec::<Path<'_>>::new()),
        "Unlock" if kept.closed => answer.append2(Vec::<Path<'_>>::new(), path(PROMPT)),
        "Unlock" => answer.append2(items(), path(NOTHING)),
        "Prompt" => {
            kept.asked += 1;
            answer
        }
        "CreateItem" => {
            let (_, secret, _) = call.read3::<PropMap, Secret, bool>().ok()?;
            kept.secret = Some(secret.2);
            answer.append2(path(ITEM), path(NOTHING))
        }
        "GetSecret" => {
            let secret: Secret = (path(SESSION), Vec::new(), kept.secret.clone()?, "text/plain".to_owned());
            answer.append1(secret)
        }
        "Delete" => {
            kept.secret = None;
            answer.append1(path(NOTHING))
        }
        _ => return None,
    })
}

fn path(text: &str) -> Path<'static> {
    Path::new(text.to_owned()).expect("a path")
}
