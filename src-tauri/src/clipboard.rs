//! The clipboard: words the coach asked to copy, handed over by Rust. They are marked as not to be remembered, where the
//! system knows such a mark, and do not stay.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use crate::{state::off_the_main_thread, wire::CommandError};

/// How long words stay: time to open a message, find the client's address, and paste.
const STAY: Duration = Duration::from_secs(120);

/// What a clipboard can do.
trait Board {
    fn put(&mut self, text: String) -> Result<(), arboard::Error>;
    fn text(&mut self) -> Result<String, arboard::Error>;
    fn clear(&mut self) -> Result<(), arboard::Error>;
}

impl Board for arboard::Clipboard {
    fn put(&mut self, text: String) -> Result<(), arboard::Error> {
        concealed(self.set()).text(text)
    }

    fn text(&mut self) -> Result<String, arboard::Error> {
        self.get_text()
    }

    fn clear(&mut self) -> Result<(), arboard::Error> {
        arboard::Clipboard::clear(self)
    }
}

/// Asks that no history, no cloud and no watching program keep the words: `x-kde-passwordManagerHint` on Linux,
/// `org.nspasteboard.ConcealedType` on macOS, the three formats Windows knows.
fn concealed(set: arboard::Set<'_>) -> arboard::Set<'_> {
    #[cfg(target_os = "linux")]
    return arboard::SetExtLinux::exclude_from_history(set);
    #[cfg(target_os = "macos")]
    return arboard::SetExtApple::exclude_from_history(set);
    #[cfg(target_os = "windows")]
    {
        use arboard::SetExtWindows;
        set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
    }
}

/// The board, and what of ours lies on it.
#[derive(Default)]
struct Held {
    board: Option<Box<dyn Board + Send>>,
    /// Print of the words, and the number of the copying. The words themselves are not kept.
    ours: Option<(u64, u64)>,
    copied: u64,
}

impl Held {
    fn put(&mut self, text: String) -> Result<u64, CommandError> {
        if self.board.is_none() {
            self.board = Some(Box::new(arboard::Clipboard::new().map_err(|_| no_clipboard())?));
        }
        let print = print_of(&text);
        self.board.as_mut().map_or(Ok(()), |board| board.put(text).map_err(|_| no_clipboard()))?;
        self.copied += 1;
        self.ours = Some((print, self.copied));
        Ok(self.copied)
    }

    /// Takes our words away, of the given copying or of any, unless something else was copied since.
    fn clear(&mut self, copying: Option<u64>) {
        let Some((print, nth)) = self.ours else { return };
        if copying.is_some_and(|copying| copying != nth) {
            return;
        }
        self.ours = None;
        if let Some(board) = &mut self.board {
            let unchanged = board.text().is_ok_and(|text| print_of(&text) == print);
            if unchanged {
                // A board that cannot be cleared keeps what anybody can see on it.
                let _ = board.clear();
            }
        }
    }
}

fn print_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The system's clipboard. It is kept, because on some systems the words are gone with whoever put them there.
#[derive(Default)]
pub(crate) struct Clipboard(Arc<Mutex<Held>>);

impl Clipboard {
    /// Puts words on the clipboard, for two minutes.
    ///
    /// # Errors
    /// `clipboard` when the system has none.
    pub(crate) async fn put(&self, text: String) -> Result<(), CommandError> {
        let kept = Arc::clone(&self.0);
        let copying = off_the_main_thread(move || held(&kept).put(text)).await??;
        let kept = Arc::clone(&self.0);
        thread::spawn(move || {
            thread::sleep(STAY);
            held(&kept).clear(Some(copying));
        });
        Ok(())
    }

    /// Takes our words off the clipboard, unless something else was copied since.
    pub(crate) fn clear(&self) {
        held(&self.0).clear(None);
    }
}

fn held(kept: &Mutex<Held>) -> MutexGuard<'_, Held> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_clipboard() -> CommandError {
    CommandError::new("clipboard", "The words could not be copied.", "Select them in the window and copy them there.")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A board others write on, too.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<String>>);

    impl Shared {
        fn now(&self) -> String {
            self.0.lock().unwrap().clone()
        }
    }

    impl Board for Shared {
        fn put(&mut self, text: String) -> Result<(), arboard::Error> {
            *self.0.lock().unwrap() = text;
            Ok(())
        }

        fn text(&mut self) -> Result<String, arboard::Error> {
            Ok(self.now())
        }

        fn clear(&mut self) -> Result<(), arboard::Error> {
            self.put(String::new())
        }
    }

    fn desk() -> (Held, Shared) {
        let shared = Shared::default();
        (Held { board: Some(Box::new(shared.clone())), ..Held::default() }, shared)
    }

    #[test]
    fn our_words_go_and_what_came_after_them_stays() {
        let (mut held, shared) = desk();
        held.put("what she said".to_owned()).unwrap();
        assert_eq!(shared.now(), "what she said");
        held.clear(None);
        assert_eq!(shared.now(), "");
        held.put("what she said".to_owned()).unwrap();
        *shared.0.lock().unwrap() = "a telephone number".to_owned();
        held.clear(None);
        assert_eq!(shared.now(), "a telephone number");
    }

    #[test]
    fn the_end_of_an_earlier_copying_does_not_take_the_later_one() {
        let (mut held, shared) = desk();
        let first = held.put("the same words".to_owned()).unwrap();
        let second = held.put("the same words".to_owned()).unwrap();
        held.clear(Some(first));
        assert_eq!(shared.now(), "the same words");
        held.clear(Some(second));
        assert_eq!(shared.now(), "");
    }
}
