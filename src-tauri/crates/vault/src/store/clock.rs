//! Time and new ids, passed in so that a test can hold both still.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use coachbook_core::Uid;

/// Tells the time.
pub trait Clock: Send {
    /// Returns the present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// Makes ids for new rows.
pub trait UidSource: Send {
    /// Returns an id nobody has yet.
    fn next(&mut self) -> Uid;
}

/// The clock of the computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }
}

/// Random UUIDs (version 4) from the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomUids;

impl UidSource for RandomUids {
    fn next(&mut self) -> Uid {
        let mut bytes = [0_u8; 16];
        // Without randomness the id repeats, the UNIQUE column refuses the row and the save fails in words: no panic needed.
        let _ = getrandom::fill(&mut bytes);
        let bits = u128::from_be_bytes(bytes);
        // RFC 9562: four bits say version 4, two say the variant.
        let bits = (bits & !(0xf << 76) | (4 << 76)) & !(0b11 << 62) | (0b10 << 62);
        let hex = format!("{bits:032x}");
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
        Uid([part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_uids_are_version_four_and_differ() {
        let first = RandomUids.next().0;
        let parts: Vec<&str> = first.split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{first}");
        assert!(parts[2].starts_with('4'), "{first}");
        assert!(parts[3].starts_with(['8', '9', 'a', 'b']), "{first}");
        assert_ne!(first, RandomUids.next().0);
    }
}
