//! The keys of a book: one random root secret, what is derived from it, and the file that wraps it.

mod cost;
mod header;
mod keychain;
mod passphrase;
mod places;
mod sealed_root;
mod secret;
mod slot;

pub use cost::Argon2Cost;
pub use header::{BookId, KeyHeader};
pub use keychain::KeychainKey;
pub use passphrase::Passphrase;
pub(crate) use places::KeyFiles;
pub(crate) use secret::{DatabaseKey, SubKey, fill_random, overwrite_stack};
pub use secret::{RootSecret, fresh_key};
pub(crate) use slot::ByteReader;
