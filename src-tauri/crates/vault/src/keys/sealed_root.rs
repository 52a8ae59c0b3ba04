//! The root secret under a key, as it lies in every slot.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::secret::{ROOT_BYTES, RootSecret, fill_random};
use super::slot::ByteReader;
use crate::error::VaultError;

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
/// Nonce, sealed secret and tag.
pub(super) const SEALED_BYTES: usize = NONCE_BYTES + ROOT_BYTES + TAG_BYTES;

/// XChaCha20-Poly1305 of the root secret. What it is bound to stands outside and has to be the same on opening.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct SealedRoot {
    nonce: [u8; NONCE_BYTES],
    sealed: [u8; ROOT_BYTES],
    tag: [u8; TAG_BYTES],
}

impl SealedRoot {
    /// Seals `root` under `key` with a fresh nonce.
    pub(super) fn seal(root: &RootSecret, key: &[u8; 32], bound: &[u8]) -> Result<Self, VaultError> {
        let mut nonce = [0; NONCE_BYTES];
        fill_random(&mut nonce)?;
        // Sealed in a wiped copy, so that no plain secret is left if sealing fails.
        let mut inside = root.clone();
        let tag = XChaCha20Poly1305::new(key.into())
            .encrypt_inout_detached(&XNonce::from(nonce), bound, inside.expose_mut().as_mut_slice().into())
            .map_err(|_| VaultError::Storage(-3))?;
        Ok(Self { nonce, sealed: *inside.expose(), tag: tag.into() })
    }

    /// The root secret; `None` for another key, another binding, or changed bytes.
    pub(super) fn open(&self, key: &[u8; 32], bound: &[u8]) -> Option<RootSecret> {
        let mut root = RootSecret::from_bytes(&self.sealed);
        XChaCha20Poly1305::new(key.into())
            .decrypt_inout_detached(
                &XNonce::from(self.nonce),
                bound,
                root.expose_mut().as_mut_slice().into(),
                &self.tag.into(),
            )
            .ok()
            .map(|()| root)
    }

    /// Appends the [`SEALED_BYTES`] bytes.
    pub(super) fn push_to(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(&self.sealed);
        out.extend_from_slice(&self.tag);
    }

    /// Reads what [`SealedRoot::push_to`] wrote; `None` when bytes are missing.
    pub(super) fn take_from(rest: &mut ByteReader<'_>) -> Option<Self> {
        Some(Self { nonce: rest.take()?, sealed: rest.take()?, tag: rest.take()? })
    }
}
