//! Numbers nobody foresees and a seed brings back.

/// xorshift64: enough to choose a moment or a bit.
pub(crate) struct Chance(u64);

impl Chance {
    /// Starts from a seed; `trial` keeps trials of one run apart.
    pub(crate) fn new(seed: u64, trial: u64) -> Self {
        Self((seed ^ (trial << 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The numbers of one input: the same for the same seed and input, whatever was drawn before.
    pub(crate) fn of_input(seed: u64, nth: u64) -> Self {
        // splitmix64: neighbours have nothing in common.
        let mut mixed = seed.wrapping_add(nth.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((mixed ^ mixed >> 31) | 1)
    }

    /// Returns a number from `from` up to but not including `to`.
    pub(crate) fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        from + self.0 % (to - from).max(1)
    }
}
