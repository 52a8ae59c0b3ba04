//! A passphrase on its way to Argon2.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// What the coach typed, made equal wherever it is typed: NFC (RFC 8265 §4.2), outer spaces dropped, inner runs of
/// spaces made one. Wiped when dropped; neither `Debug` nor serialisable.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the typed text. The caller wipes its own copy.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // NFC grows a text at most threefold in UTF-8 (UAX 15), so the string does not move and leave a copy.
        let mut text = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(4)));
        for character in typed.trim().nfc() {
            if !character.is_whitespace() {
                text.push(character);
            } else if !text.ends_with(' ') {
                text.push(' ');
            }
        }
        Self(text)
    }

    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
