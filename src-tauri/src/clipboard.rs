//! The clipboard: words the coach asked to copy, handed over by Rust.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{state::off_the_main_thread, wire::CommandError};

/// The system's clipboard. It is kept, because on some systems the words are gone with whoever put them there.
#[derive(Default)]
pub(crate) struct Clipboard(Arc<Mutex<Option<arboard::Clipboard>>>);

impl Clipboard {
    /// Puts words on the clipboard.
    ///
    /// # Errors
    /// `clipboard` when the system has none.
    pub(crate) async fn put(&self, text: String) -> Result<(), CommandError> {
        let kept = Arc::clone(&self.0);
        off_the_main_thread(move || {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.is_none() {
                *kept = Some(arboard::Clipboard::new().map_err(|_| no_clipboard())?);
            }
            kept.as_mut().map_or(Ok(()), |clipboard| clipboard.set_text(text).map_err(|_| no_clipboard()))
        })
        .await?
    }
}

fn no_clipboard() -> CommandError {
    CommandError::new("clipboard", "The words could not be copied.", "Select them in the window and copy them there.")
}
