//! A finished file locked with a password: AES-256, the one method of PDF 2.0 (V5, R6).

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};

use crate::error::PaperError;

/// Longest password the format takes, in bytes. A longer one would be cut without a word.
const LONGEST: usize = 127;
const FILTER: &[u8] = b"StdCF";

/// What a paper is locked with. Cannot be printed for debugging.
#[derive(Clone, Copy)]
pub struct Lock<'a> {
    /// What the reader types to open the paper: 1 to 127 bytes.
    pub password: &'a str,
    /// The key the file is encrypted with: fresh from the system's random source for every file.
    pub key: &'a [u8; 32],
}

/// Locks the very paper that was made (and shown), so that it opens only with the password; whoever has it may read,
/// print and copy. Fails on a password that is empty or too long, and on bytes that are not one of our papers.
pub fn locked(pdf: &[u8], lock: &Lock<'_>) -> Result<Vec<u8>, PaperError> {
    if lock.password.is_empty() || lock.password.len() > LONGEST {
        return Err(PaperError::Password);
    }
    let mut file = Document::load_mem(pdf).map_err(|_| PaperError::Write("the paper to lock could not be read"))?;
    if file.is_encrypted() {
        return Err(PaperError::Write("the paper is locked already"));
    }
    loosen(&mut file);
    file.version = "2.0".to_owned();
    let state = state(lock)?;
    file.encrypt(&state).map_err(|_| PaperError::Write("the paper could not be locked"))?;
    name_key_length(&mut file)?;
    let mut bytes = Vec::new();
    // Not `save_modern`: packed together, the objects of an encrypted file cannot be found again.
    file.save_to(&mut bytes).map_err(|_| PaperError::Write("the locked paper could not be put together"))?;
    Ok(bytes)
}

/// Takes out what only held the packed file together.
fn loosen(file: &mut Document) {
    file.objects.retain(|_, object| {
        let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Type").ok());
        !matches!(kind.and_then(|kind| kind.as_name().ok()), Some(b"ObjStm" | b"XRef"))
    });
    for key in [&b"Type"[..], b"W", b"Index", b"Filter", b"Length", b"DecodeParms", b"Prev"] {
        file.trailer.remove(key);
    }
}

fn state(lock: &Lock<'_>) -> Result<EncryptionState, PaperError> {
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: lock.key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        owner_password: lock.password,
        user_password: lock.password,
        permissions: Permissions::all(),
    })
    .map_err(|_| PaperError::Password)
}

/// Says how long the key is. lopdf leaves it out, and poppler then takes it for a shorter one and shows noise.
fn name_key_length(file: &mut Document) -> Result<(), PaperError> {
    let missing = || PaperError::Write("the lock is missing from the paper");
    let id = file.trailer.get(b"Encrypt").and_then(Object::as_reference).map_err(|_| missing())?;
    let dictionary = file.get_dictionary_mut(id).map_err(|_| missing())?;
    dictionary.set("Length", 256);
    let filters = dictionary.get_mut(b"CF").and_then(Object::as_dict_mut).map_err(|_| missing())?;
    let filter = filters.get_mut(FILTER).and_then(Object::as_dict_mut).map_err(|_| missing())?;
    filter.set("Length", 32);
    filter.set("AuthEvent", "DocOpen");
    Ok(())
}
