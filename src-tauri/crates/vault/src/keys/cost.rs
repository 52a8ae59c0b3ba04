//! What one guess of a passphrase costs.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use super::passphrase::Passphrase;
use crate::error::VaultError;

/// Argon2id parameters (RFC 9106): memory, passes, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argon2Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Highest memory a header may ask for: 2 GiB, the RFC's first choice.
const MAX_MEMORY_KIB: u32 = 2 * 1024 * 1024;
/// Highest number of passes a header may ask for.
const MAX_PASSES: u32 = 64;
/// Highest number of lanes a header may ask for.
const MAX_LANES: u32 = 16;
/// Highest memory × passes a header may ask for: 8 GiB-passes, about ten times the default, some 20 seconds on a
/// slow laptop. age caps its scrypt work for the same reason.
const MAX_WORK_KIB: u64 = 8 * 1024 * 1024;
/// Highest number of passes calibration chooses.
const MAX_CALIBRATED_PASSES: u32 = 10;

impl Argon2Cost {
    /// 64 MiB, 3 passes, 4 lanes: RFC 9106's second choice. Calibration goes no lower.
    pub const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// 256 MiB, 3 passes, 4 lanes.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 4 };

    /// Parameters read from a file, or `None` when they are outside what Argon2 allows or we are willing to run.
    pub(crate) fn from_untrusted(memory_kib: u32, passes: u32, lanes: u32) -> Option<Self> {
        let work = u64::from(memory_kib) * u64::from(passes);
        let sane = (1..=MAX_LANES).contains(&lanes)
            && (1..=MAX_PASSES).contains(&passes)
            // Argon2 needs eight blocks of 1 KiB a lane.
            && (8 * lanes..=MAX_MEMORY_KIB).contains(&memory_kib)
            && work <= MAX_WORK_KIB;
        sane.then_some(Self { memory_kib, passes, lanes })
    }

    /// Parameters far below the floor, so that tests take milliseconds.
    #[doc(hidden)]
    #[must_use]
    pub fn for_tests() -> Self {
        Self { memory_kib: 32, passes: 1, lanes: 1 }
    }

    /// Parameters that take about `target` on this machine, never below [`Argon2Cost::FLOOR`].
    ///
    /// Runs the floor once to measure (0.3 s on a 2-core machine). Memory stays at the default's 256 MiB and passes
    /// are added on a fast machine; on a slow one memory goes down to the floor. More memory than that could fail
    /// on the small laptop a copy is restored on.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`] when not even the floor can run.
    pub fn calibrate(target: Duration) -> Result<Self, VaultError> {
        let started = Instant::now();
        Self::FLOOR.stretch(&Passphrase::new("calibration"), &[0; 16])?;
        Ok(Self::fitting(started.elapsed(), target))
    }

    /// The choice of [`Argon2Cost::calibrate`] once the floor has been seen to take `floor_took`.
    fn fitting(floor_took: Duration, target: Duration) -> Self {
        let per_pass_mib = floor_took.as_secs_f64() / f64::from(64 * 3);
        let fits = |memory_mib: u32, passes: u32| {
            per_pass_mib * f64::from(memory_mib) * f64::from(passes) <= target.as_secs_f64()
        };
        if let Some(passes) = (3..=MAX_CALIBRATED_PASSES).rev().find(|passes| fits(256, *passes)) {
            return Self { passes, ..Self::DEFAULT };
        }
        let memory_mib = [192, 128, 96].into_iter().find(|memory| fits(*memory, 3)).unwrap_or(64);
        Self { memory_kib: memory_mib * 1024, ..Self::FLOOR }
    }

    /// Memory in KiB, passes, lanes, as a header stores them.
    #[must_use]
    pub fn parts(self) -> (u32, u32, u32) {
        (self.memory_kib, self.passes, self.lanes)
    }

    /// Whether one guess costs less than with `other`, in memory × passes.
    pub(crate) fn is_weaker_than(self, other: Self) -> bool {
        let work = |cost: Self| u64::from(cost.memory_kib) * u64::from(cost.passes);
        work(self) < work(other)
    }

    /// Argon2id of the phrase, 32 bytes.
    ///
    /// We lend Argon2 the memory: the crate's own buffer is freed without being wiped and aborts the program when
    /// there is not enough.
    pub(crate) fn stretch(self, phrase: &Passphrase, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| VaultError::HeaderDamaged)?;
        let mut memory: Vec<Block> = Vec::new();
        memory.try_reserve_exact(params.block_count()).map_err(|_| VaultError::OutOfMemory)?;
        memory.resize(params.block_count(), Block::new());
        let mut key = Zeroizing::new([0; 32]);
        let stretched = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            phrase.as_bytes(),
            salt,
            key.as_mut_slice(),
            &mut memory,
        );
        memory.iter_mut().for_each(Zeroize::zeroize);
        stretched.map_err(|_| VaultError::WrongPhrase)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(floor_ms: u64) -> (u32, u32, u32) {
        let cost = Argon2Cost::fitting(Duration::from_millis(floor_ms), Duration::from_secs(1));
        (cost.memory_kib / 1024, cost.passes, cost.lanes)
    }

    #[test]
    fn calibration_never_goes_below_the_floor_nor_past_ten_passes() {
        assert_eq!(fitted(5), (256, 10, 4));
        assert_eq!(fitted(150), (256, 5, 4));
        assert_eq!(fitted(240), (256, 3, 4));
        assert_eq!(fitted(328), (192, 3, 4));
        assert_eq!(fitted(400), (128, 3, 4));
        assert_eq!(fitted(60_000), (64, 3, 4));
    }

    #[test]
    fn hostile_parameters_are_refused_before_anything_is_allocated() {
        for (memory, passes, lanes) in [
            (u32::MAX, 1, 1),
            (MAX_MEMORY_KIB + 1, 1, 1),
            (64, u32::MAX, 1),
            (64, 65, 1),
            (64, 0, 1),
            (64, 1, 0),
            (64, 1, 17),
            (7, 1, 1),
            (0, 0, 0),
            (MAX_MEMORY_KIB, 5, 4),
        ] {
            assert!(Argon2Cost::from_untrusted(memory, passes, lanes).is_none());
        }
        assert_eq!(Argon2Cost::from_untrusted(256 * 1024, 3, 4), Some(Argon2Cost::DEFAULT));
    }

    #[test]
    fn lent_memory_changes_nothing_about_the_result() {
        let key = Argon2Cost::for_tests().stretch(&Passphrase::new("password"), b"somesalt12345678");
        let other = Argon2Cost::for_tests().stretch(&Passphrase::new("Password"), b"somesalt12345678");
        let (Ok(key), Ok(other)) = (key, other) else { panic!("tiny Argon2 failed") };
        assert_ne!(*key, *other);
        let mut expected = [0; 32];
        let params = Params::new(32, 1, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt12345678", &mut expected)
            .unwrap();
        assert_eq!(*key, expected);
    }
}
